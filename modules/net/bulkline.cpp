#include "net/bulkline.h"

#include <QtCore/QElapsedTimer>

#include <curl/curl.h>
#include <curl/header.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr long sendBytes = 256L * 1024; // at once, of a body
constexpr long receiveBytes = 256L * 1024;
constexpr int longWait = 60'000; // with nothing under way

struct Release
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

//! What the peer has to show, and what it showed instead. It outlives all connections.
struct Pinned
{
    QByteArray pin, shown;
};

//! Instead of OpenSSL's own verification: authorities, names and dates play no part.
int verify(X509_STORE_CTX *context, void *user)
{
    auto *pinned = static_cast<Pinned *>(user);
    std::array<uchar, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    X509 *certificate = X509_STORE_CTX_get0_cert(context);
    if (certificate != nullptr && X509_digest(certificate, EVP_sha256(), digest.data(), &size) == 1) {
        const QByteArray shown(reinterpret_cast<const char *>(digest.data()), qsizetype(size));
        if (!pinned->pin.isEmpty() && shown == pinned->pin) {
            X509_STORE_CTX_set_error(context, X509_V_OK);
            return 1;
        }
        pinned->shown = shown;
    }
    X509_STORE_CTX_set_error(context, X509_V_ERR_CERT_UNTRUSTED);
    return 0;
}

CURLcode prepareTls(CURL * /*handle*/, void *context, void *user)
{
    auto *tls = static_cast<SSL_CTX *>(context);
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(tls, verify, user);
    SSL_CTX_set_options(tls, SSL_OP_NO_RENEGOTIATION);
    return CURLE_OK;
}

//! One request and what has come of its answer.
struct Transfer
{
    BulkRequest request;
    BulkLine::Answered answered;
    BulkLine::Measure measure;
    BulkAnswer answer;
    bool isTooLarge = false;
    QElapsedTimer still; //!< since something moved
    curl_off_t moved = 0;
    std::unique_ptr<curl_slist, Release> headers;
    std::unique_ptr<CURL, Release> handle; // last: it dies before what its callbacks use

    int patience() const { return int(std::max<qint64>(0, request.silenceMs - still.elapsed())); }
};

long statusOf(CURL *handle)
{
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

std::size_t take(char *data, std::size_t size, std::size_t count, void *user)
{
    auto *transfer = static_cast<Transfer *>(user);
    constexpr long firstProblem = 300;
    const bool isProblem = statusOf(transfer->handle.get()) >= firstProblem;
    const qint64 most = isProblem ? transfer->measure.problemBytes : transfer->measure.bytes;
    const auto more = qsizetype(size) * qsizetype(count);
    if (transfer->answer.body.size() + more > most) {
        transfer->isTooLarge = true;
        return 0;
    }
    if (transfer->answer.body.isEmpty()) {
        curl_off_t all = -1;
        curl_easy_getinfo(transfer->handle.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &all);
        transfer->answer.body.reserve(qsizetype(std::clamp<qint64>(all, more, most)));
    }
    transfer->answer.body.append(data, more);
    return std::size_t(more);
}

int noteProgress(void *user, curl_off_t /*down*/, curl_off_t downNow, curl_off_t /*up*/, curl_off_t upNow)
{
    auto *transfer = static_cast<Transfer *>(user);
    if (std::exchange(transfer->moved, downNow + upNow) != downNow + upNow)
        transfer->still.restart();
    return 0;
}

void prepareHeaders(Transfer &transfer)
{
    const auto add = [&transfer](const char *line) {
        curl_slist *longer = curl_slist_append(transfer.headers.get(), line);
        static_cast<void>(transfer.headers.release());
        transfer.headers.reset(longer);
    };
    for (const QByteArray &header : std::as_const(transfer.request.headers))
        add(header.constData());
    add("Expect:"); // a part is not worth to wait for a word before it
    curl_easy_setopt(transfer.handle.get(), CURLOPT_HTTPHEADER, transfer.headers.get());
}

void prepare(Transfer &transfer, Pinned &pinned)
{
    CURL *curl = transfer.handle.get();
    const BulkRequest &request = transfer.request;
    prepareHeaders(transfer);
    curl_easy_setopt(curl, CURLOPT_PRIVATE, &transfer);
    curl_easy_setopt(curl, CURLOPT_URL, request.url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.verb.constData());
    if (!request.body.isNull()) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.constData());
    }
    curl_easy_setopt(curl, CURLOPT_UPLOAD_BUFFERSIZE, sendBytes);
    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, receiveBytes);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(transfer.measure.bytes));
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, noteProgress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L); // a name that is still looked for does not hold up the end
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);

    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_CAINFO, nullptr);
    curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L); // by verify() alone
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_SESSIONID_CACHE, 0L); // a resumed session shows no certificate
    curl_easy_setopt(curl, CURLOPT_SSL_CTX_FUNCTION, prepareTls);
    curl_easy_setopt(curl, CURLOPT_SSL_CTX_DATA, &pinned);
}

QByteArray headerOf(CURL *handle, const char *name)
{
    curl_header *header = nullptr;
    return curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK ? QByteArray(header->value) : QByteArray();
}

std::optional<Error> errorOf(const Transfer &transfer, CURLcode code)
{
    if (code == CURLE_OK)
        return std::nullopt;
    if (transfer.isTooLarge || code == CURLE_FILESIZE_EXCEEDED)
        return Error{ErrorCode::Protocol, u"answer beyond measure"_s};
    if (code == CURLE_PEER_FAILED_VERIFICATION)
        return Error{ErrorCode::Certificate, u"not the pinned certificate"_s};
    return Error{ErrorCode::Network, u"%1 (%2)"_s.arg(QString::fromLatin1(curl_easy_strerror(code))).arg(int(code))};
}

} // namespace

struct BulkLine::Private
{
    Private(const QByteArray &pin, Measure most) : pinned{pin, {}}, measure(most) {}

    void run();
    bool takeOrders(); //!< false: it is the end
    void start(std::unique_ptr<Transfer> transfer);
    void finish(CURL *handle, CURLcode code);
    void giveUpSilent();
    void answer(std::unique_ptr<Transfer> transfer, CURLcode code);
    std::unique_ptr<Transfer> removed(const Transfer *transfer);
    int patience() const;

    Pinned pinned;
    const Measure measure;
    CURLM *multi = nullptr;
    std::mutex mutex; // guards what follows
    std::vector<std::unique_ptr<Transfer>> waiting;
    bool aborts = false, ends = false;
    std::vector<std::unique_ptr<Transfer>> underWay; // of the thread alone
    std::thread thread;
};

bool BulkLine::Private::takeOrders()
{
    std::vector<std::unique_ptr<Transfer>> fresh;
    bool cuts = false;
    bool isEnd = false;
    {
        const std::scoped_lock lock(mutex);
        fresh.swap(waiting);
        cuts = std::exchange(aborts, false);
        isEnd = ends;
    }
    while ((cuts || isEnd) && !underWay.empty())
        removed(underWay.back().get());
    for (auto &transfer : fresh)
        start(std::move(transfer));
    return !isEnd;
}

void BulkLine::Private::start(std::unique_ptr<Transfer> transfer)
{
    transfer->handle.reset(curl_easy_init());
    if (!transfer->handle)
        return answer(std::move(transfer), CURLE_FAILED_INIT);
    prepare(*transfer, pinned);
    transfer->still.start();
    if (curl_multi_add_handle(multi, transfer->handle.get()) != CURLM_OK)
        return answer(std::move(transfer), CURLE_FAILED_INIT);
    underWay.push_back(std::move(transfer));
}

std::unique_ptr<Transfer> BulkLine::Private::removed(const Transfer *transfer)
{
    const auto at = std::find_if(underWay.begin(), underWay.end(), [transfer](const auto &t) { return t.get() == transfer; });
    auto taken = std::move(*at);
    underWay.erase(at);
    curl_multi_remove_handle(multi, taken->handle.get());
    return taken;
}

void BulkLine::Private::finish(CURL *handle, CURLcode code)
{
    Transfer *transfer = nullptr;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &transfer);
    answer(removed(transfer), code);
}

void BulkLine::Private::answer(std::unique_ptr<Transfer> transfer, CURLcode code)
{
    BulkAnswer &answer = transfer->answer;
    answer.error = errorOf(*transfer, code);
    if (code == CURLE_PEER_FAILED_VERIFICATION)
        answer.shown = pinned.shown;
    if (CURL *handle = transfer->handle.get()) {
        answer.status = int(statusOf(handle));
        answer.contentType = headerOf(handle, "Content-Type");
        answer.retryAfter = headerOf(handle, "Retry-After");
        answer.uploadOffset = headerOf(handle, "Upload-Offset");
        answer.uploadLength = headerOf(handle, "Upload-Length");
        answer.range = headerOf(handle, "Content-Range");
        answer.tag = headerOf(handle, "ETag");
    }
    transfer->answered(answer);
}

void BulkLine::Private::giveUpSilent()
{
    std::vector<const Transfer *> silent;
    for (const auto &transfer : underWay) {
        if (transfer->patience() == 0)
            silent.push_back(transfer.get());
    }
    for (const Transfer *transfer : silent)
        answer(removed(transfer), CURLE_OPERATION_TIMEDOUT);
}

int BulkLine::Private::patience() const
{
    int least = longWait;
    for (const auto &transfer : underWay)
        least = std::min(least, transfer->patience());
    return least;
}

void BulkLine::Private::run()
{
    while (takeOrders()) {
        int running = 0;
        curl_multi_perform(multi, &running);
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
            if (message->msg == CURLMSG_DONE)
                finish(message->easy_handle, message->data.result);
        }
        giveUpSilent();
        curl_multi_poll(multi, nullptr, 0, patience(), nullptr);
    }
}

BulkLine::BulkLine(const QByteArray &pin, Measure measure) : d(std::make_unique<Private>(pin, measure))
{
    static std::once_flag started;
    std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    d->multi = curl_multi_init();
    if (d->multi == nullptr)
        qFatal("no memory for libcurl");
    d->thread = std::thread([this] { d->run(); });
}

BulkLine::~BulkLine()
{
    {
        const std::scoped_lock lock(d->mutex);
        d->waiting.clear();
        d->ends = true;
    }
    curl_multi_wakeup(d->multi);
    d->thread.join();
    curl_multi_cleanup(d->multi);
}

void BulkLine::send(const BulkRequest &request, Answered answered)
{
    auto transfer = std::make_unique<Transfer>();
    transfer->request = request;
    transfer->answered = std::move(answered);
    transfer->measure = d->measure;
    {
        const std::scoped_lock lock(d->mutex);
        d->waiting.push_back(std::move(transfer));
    }
    curl_multi_wakeup(d->multi);
}

void BulkLine::abort()
{
    {
        const std::scoped_lock lock(d->mutex);
        d->waiting.clear();
        d->aborts = true;
    }
    curl_multi_wakeup(d->multi);
}

} // namespace parvis

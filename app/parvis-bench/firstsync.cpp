#include "benchdesk.h"

#include "protocol/codec.h"

#include <QtCore/QDir>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtNetwork/QNetworkReply>

#include <map>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

//! The peer's first half: the same pages by plain HTTPS, kept as bytes.
class Download
{
public:
    Download(quint16 port, const QString &access) : m_port(port), m_access(access) {}

    Result<QByteArrayList> all()
    {
        QByteArrayList pages;
        QString after;
        do {
            const auto page = get(after);
            if (!page)
                return page.error();
            pages.append(*page);
            const QByteArray tail = page->mid(page->lastIndexOf("{\"after\""));
            const auto json = parseObject(tail.trimmed());
            if (!json)
                return json.error();
            after = json->value("after"_L1).toString();
        } while (!after.isEmpty());
        return pages;
    }

private:
    Result<QByteArray> get(const QString &after)
    {
        QUrl url(u"https://127.0.0.1:%1/v1/snapshot"_s.arg(m_port));
        if (!after.isEmpty())
            url.setQuery(u"after="_s + QString::fromLatin1(QUrl::toPercentEncoding(after)));
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + m_access.toLatin1());
        request.setRawHeader("Parvis-Schema", QByteArray::number(schemaVersion));
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QObject::connect(reply.get(), &QNetworkReply::sslErrors, reply.get(),
                         [&reply](const QList<QSslError> &errors) { reply->ignoreSslErrors(errors); });
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec(); // the bench is the program: nothing else waits here
        if (reply->error() != QNetworkReply::NoError)
            return Error{ErrorCode::Network, reply->errorString()};
        return reply->readAll();
    }

    quint16 m_port;
    QString m_access;
    QNetworkAccessManager m_network;
};

QByteArray csvField(const QJsonValue &value)
{
    QByteArray text;
    if (value.isString())
        text = value.toString().toUtf8();
    else if (value.isBool())
        text = value.toBool() ? "1" : "0";
    else if (value.isDouble())
        text = QByteArray::number(value.toDouble(), 'g', 17);
    else if (value.isObject())
        text = compactJson(value.toObject());
    else if (value.isArray())
        text = QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    if (text.contains(',') || text.contains('"') || text.contains('\n'))
        text = '"' + text.replace("\"", "\"\"") + '"';
    return text;
}

//! What `.import` needs, written before its time is taken.
Result<QByteArray> importScript(const QString &folder, const QByteArrayList &pages)
{
    std::map<Kind, QByteArray> csv;
    for (const QByteArray &page : pages) {
        const auto parsed = snapshotFromNdjson(page);
        if (!parsed)
            return parsed.error();
        for (const SnapshotRow &row : parsed->rows) {
            if (row.history)
                continue;
            QByteArray &out = csv[row.kind];
            out += row.id.toByteArray(QUuid::WithoutBraces) + ',' + QByteArray::number(row.seq);
            for (const FieldDescription &f : describe(row.kind).fields())
                out += ',' + csvField(row.document.value(f.name));
            out += '\n';
        }
    }
    QByteArray script = "PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n.mode csv\n";
    for (const auto &[kind, rows] : csv) {
        const QByteArray name(token(kind).data(), token(kind).size());
        QFile file(folder + u'/' + QString::fromLatin1(name) + u".csv"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(rows) != rows.size())
            return Error{ErrorCode::Storage, file.errorString()};
        script += "CREATE TABLE \"" + name + "\"(id TEXT PRIMARY KEY, seq INTEGER";
        for (const FieldDescription &f : describe(kind).fields())
            script += ", \"" + QByteArray(f.name.data(), f.name.size()) + '"';
        script += ");\n.import '" + file.fileName().toUtf8() + "' " + name + "\n";
    }
    script += "CREATE VIRTUAL TABLE fts USING fts5(number, subject, text, citizen, address, tokenize=\"unicode61 "
              "remove_diacritics 2\", prefix='2 3');\n"
              "INSERT INTO fts(rowid, number, subject, text, citizen, address) SELECT r.rowid, r.number, r.subject, r.text,"
              " c.last_name||' '||c.first_name||' '||c.organisation||' '||c.phone, r.address FROM request r LEFT JOIN citizen c "
              "ON c.id = r.citizen;\n"
              "CREATE VIRTUAL TABLE cfts USING fts5(name, tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3');\n"
              "INSERT INTO cfts(rowid, name) SELECT rowid, last_name||' '||first_name||' '||organisation FROM citizen;\n";
    return script;
}

Status importRaw(const QString &folder, const QByteArray &script)
{
    QProcess sqlite;
    sqlite.start(u"sqlite3"_s, {folder + u"/raw.db"_s});
    if (!sqlite.waitForStarted())
        return Error{ErrorCode::NotFound, u"sqlite3"_s};
    sqlite.write(script);
    sqlite.closeWriteChannel();
    if (!sqlite.waitForFinished(600'000) || sqlite.exitCode() != 0)
        return Error{ErrorCode::Storage, QString::fromUtf8(sqlite.readAllStandardError())};
    return success();
}

} // namespace

Result<QList<Figure>> benchFirstSync(const BenchOptions &options)
{
    auto hub = BenchHub::open(options, options.syncRequests);
    if (!hub)
        return hub.error();
    if (const Status serving = (*hub)->serve(); !serving)
        return serving.error();
    const QString folder = options.folder + u"/first-sync"_s;
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);

    Samples ours, peer;
    auto desk = BenchDesk::open(folder + u"/desk.db"_s, **hub);
    if (!desk)
        return desk.error();
    Status synced = success();
    ours.time([&] { synced = (*desk)->syncAll(); });
    if (!synced)
        return synced.error();
    desk.value().reset();

    const auto session =
        (*hub)->hub().openSession({u"m.roussel"_s, QString::fromLatin1(benchPassword), QUuid::createUuid()}, u"127.0.0.1"_s);
    if (!session)
        return session.error();
    Download download((*hub)->port(), session->access);
    Result<QByteArrayList> pages = Error{};
    peer.time([&] { pages = download.all(); });
    if (!pages)
        return pages.error();
    const auto script = importScript(folder, *pages);
    if (!script)
        return script.error();
    Status imported = success();
    peer.time([&] { imported = importRaw(folder, *script); });
    if (!imported)
        return imported.error();
    QDir(folder).removeRecursively();
    return QList<Figure>{{u"first-sync"_s, u"%1 requests, whole"_s.arg(options.syncRequests), ours.total() / 1000, u"s"_s,
                          peer.total() / 1000, 2.5}};
}

} // namespace parvis

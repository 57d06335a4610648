#include "domain/replymoves.h"
#include "presentation/fileopener.h"
#include "screens.h"
#include "ui_approvals/approvalsworkspace.h"
#include "ui_common/replypaper.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtWidgets/QScrollArea>

// The director general goes through a full signature book: letters of one and two pages, each read to its end and approved.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int waiting = 300;
constexpr int measured = 120;
constexpr double nextLimitMs = 50;
constexpr double keysLimit = 3;
constexpr int readingMs = 400; // nobody reads a letter in less

Id idOf(int kind, int number)
{
    return QUuid(uint(number), ushort(kind), 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2);
}

const Id director = idOf(1, 1), author = idOf(1, 2), body = idOf(2, 1), service = idOf(2, 2);

QString textOf(int n)
{
    const QString paragraph =
        u"Le service s'est rendu sur place et a constaté ce que vous signaliez. L'intervention est inscrite au programme de "
        "la semaine prochaine ; la circulation des piétons sera maintenue pendant toute la durée des travaux, et les riverains "
        "seront prévenus par un avis déposé dans leur boîte aux lettres.\n\n"_s;
    QString text =
        u"Madame,\n\nVous avez appelé l'attention de la ville sur l'état de la rue des Tanneurs, au n° %1.\n\n"_s.arg(n);
    const int paragraphs = n % 3 == 0 ? 9 : 3; // a third has a second page
    for (int i = 0; i < paragraphs; ++i)
        text += paragraph;
    return text + u"Je vous prie d'agréer, Madame, l'expression de mes salutations distinguées."_s;
}

template <typename T>
void add(SnapshotPage &page, const T &record)
{
    page.rows.append({T::kind, record.id, qint64(page.rows.size()) + 1, toDocument(record), {}});
}

void addReply(SnapshotPage &page, int n, const QJsonArray &circuit)
{
    Citizen citizen;
    citizen.id = idOf(3, n);
    citizen.civility = u"Mme"_s;
    citizen.lastName = u"Dumont-%1"_s.arg(n);
    citizen.firstName = u"Claire"_s;
    citizen.address = u"%1 rue des Tanneurs, 51990 Ingeville"_s.arg(n);
    add(page, citizen);
    Request request;
    request.id = idOf(4, n);
    request.number = u"2026-%1"_s.arg(n, 6, 10, QChar(u'0'));
    request.subject = u"Trottoir abîmé au %1 rue des Tanneurs"_s.arg(n);
    request.text = u"Les dalles se soulèvent devant l'école, plusieurs enfants sont tombés."_s;
    request.citizen = citizen.id;
    request.service = service;
    request.assignee = author;
    request.status = RequestStatus::InProgress;
    request.receivedAt = {benchPresent().ms - n * 3'600'000LL};
    request.dueOn = QDate(2026, 11, 26).addDays(n % 20 - 5);
    add(page, request);
    Reply reply;
    reply.id = idOf(5, n);
    reply.request = request.id;
    reply.author = author;
    reply.at = benchPresent();
    reply.subject = request.subject;
    reply.text = textOf(n);
    Recipient r;
    r.request = request.id;
    r.citizen = citizen.id;
    r.channel = ReplyChannel::Letter;
    r.name = u"Mme Claire Dumont-%1"_s.arg(n);
    r.lines = {u"%1 rue des Tanneurs"_s.arg(n), u"51990 INGEVILLE"_s};
    r.subject = reply.subject;
    r.text = reply.text;
    reply.recipients = {toJson(r)};
    Reply seen;
    seen.id = reply.id;
    const QJsonObject document =
        settled(overlaid(describe(Kind::Reply), {}, submission(seen, reply, circuit, {author, benchPresent()})));
    page.rows.append({Kind::Reply, reply.id, qint64(page.rows.size()) + 1, document, {}});
}

Status fill(const QString &path, const Clock &clock)
{
    QFile::remove(path);
    QRandomGenerator random(1);
    auto store = DeskStore::open(path, benchKey(), clock, random);
    if (!store)
        return store.error();
    SnapshotPage page;
    const QJsonArray circuit{QJsonObject{{u"title"_s, u"Direction"_s}, {u"user"_s, idText(director)}}};
    Unit town;
    town.id = body;
    town.level = UnitLevel::Body;
    town.name = u"Ville d'Ingeville"_s;
    town.letterhead = {{u"lines"_s, QJsonArray{u"1 place de l'Hôtel-de-Ville"_s, u"51990 Ingeville"_s}},
                       {u"place"_s, u"Ingeville"_s}};
    town.replyCircuits = {{u"*"_s, circuit}};
    Unit roads;
    roads.id = service;
    roads.parent = body;
    roads.name = u"Voirie"_s;
    add(page, town);
    add(page, roads);
    for (const auto &[id, name, role] : {std::tuple(director, u"Philippe d'Angeville"_s, u"supervisor"_s),
                                         std::tuple(author, u"Louis Petit"_s, u"referent"_s)}) {
        User user;
        user.id = id;
        user.login = name;
        user.name = name;
        user.roles = {role};
        user.services = {service};
        user.capacity = u"Directeur général des services"_s;
        add(page, user);
    }
    for (int n = 1; n <= waiting; ++n)
        addReply(page, n, circuit);
    page.head = {{1, QByteArray(8, 'm')}, page.rows.size()};
    if (const Status begun = store.value().beginSnapshot(SnapshotMode::Merge); !begun)
        return begun;
    const auto applied = store.value().applySnapshot(page);
    return applied ? success() : Status(applied.error());
}

//! Something is written on the page that the view shows.
bool hasInk(QScrollArea &view)
{
    QWidget *port = view.viewport();
    const QImage image = port->grab(QRect(port->width() / 8, port->height() / 2, port->width() * 3 / 4, 60)).toImage();
    int dark = 0;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            dark += qGray(image.pixel(x, y)) < 110 ? 1 : 0;
    }
    constexpr int someLetters = 20;
    return dark > someLetters;
}

} // namespace

Result<QList<Figure>> benchApprove(const BenchOptions &options)
{
    QDir().mkpath(options.folder);
    const QString path = options.folder + u"/approve.db"_s;
    const ManualClock clock(benchPresent());
    if (const Status filled = fill(path, clock); !filled)
        return filled.error();
    auto store = StoreThread::open(path, benchKey(), clock);
    if (!store)
        return store.error();
    StoreEvents events;
    ReferenceData town;
    ReferenceLoader loader(**store, events, town);
    StayingNavigator navigator;
    ApprovalsController book(**store, events, town, clock);
    QMainWindow window;
    FileOpener files(**store);
    auto *workspace = new ApprovalsWorkspace(book, files, town, navigator);
    window.setCentralWidget(workspace);
    window.resize(1366, 768);
    loader.load();
    if (!waitFor([&town] { return town.users().size() == 2; }))
        return Error{ErrorCode::Aborted, u"the town did not load"_s};
    workspace->setActor(actorFor(*town.user(director), idOf(9, 9)));
    window.show();
    workspace->activate({});
    workspace->firstFocus()->setFocus();
    auto *view = window.findChild<ReplyPaper *>()->findChild<QScrollArea *>();
    const auto *paper = window.findChild<ReplyPaper *>();
    if (!waitFor([&] { return book.waiting() == waiting && book.shownCase() && hasInk(*view); }))
        return Error{ErrorCode::Aborted, u"the first letter did not come"_s};
    Samples shown, busy;
    int keys = 0;
    for (int i = 0; i < measured; ++i) {
        pause(readingMs);
        while (!paper->isAtEnd()) {
            press(Qt::Key_Space);
            ++keys;
            pause(readingMs);
        }
        const Id before = book.shown();
        benchApplication().takeBusy();
        QElapsedTimer timer;
        timer.start();
        press(Qt::Key_A, u"a"_s);
        ++keys;
        busy.add(benchApplication().takeBusy());
        if (!waitFor([&] { return book.shown() != before && book.shownCase() && hasInk(*view); }))
            return Error{ErrorCode::Aborted, u"the next letter did not come"_s};
        shown.add(double(timer.nsecsElapsed()) / 1e6);
    }
    if (!waitFor([&] { return book.waiting() == waiting - measured; }))
        return Error{ErrorCode::Aborted, u"not all were approved"_s};
    return QList<Figure>{{u"approve"_s,
                          u"next letter on the screen, p99 of %1, %2 waiting"_s.arg(measured).arg(waiting),
                          shown.percentile(0.99),
                          u"ms"_s,
                          {},
                          nextLimitMs},
                         {u"approve"_s, u"next letter on the screen, median"_s, shown.percentile(0.5), u"ms"_s, {}, {}},
                         {u"approve"_s, u"the key itself, p99"_s, busy.percentile(0.99), u"ms"_s, {}, {}},
                         {u"approve"_s,
                          u"keys for each letter, read to its end and approved"_s,
                          double(keys) / measured,
                          u"keys"_s,
                          {},
                          keysLimit}};
}

} // namespace parvis

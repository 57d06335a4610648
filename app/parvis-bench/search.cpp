#include "benchtown.h"

#include "store/requestquery.h"

#include <QtCore/QTemporaryDir>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

//! Two words as agents search: a thing and a place, a name and a thing; frequent and rare.
const QStringList &searches()
{
    static const QStringList list{
        u"lampadaire tanneurs"_s, u"nid poule"_s,      u"véhicule abandonné"_s, u"dumont lampadaire"_s, u"poubelle place"_s,
        u"carte identité"_s,      u"arbre avenue"_s,   u"encombrants quai"_s,   u"martin rue"_s,        u"rats école"_s,
        u"fuite eau"_s,           u"dépôt sauvage"_s,  u"bruit voisin"_s,       u"stationnement rue"_s, u"inscription scolaire"_s,
        u"crèche place"_s,        u"plaque enfants"_s, u"monsieur parking"_s,   u"facture cantine"_s,   u"acte naissance"_s};
    return list;
}

//! The same texts in a plain FTS5 table of SQLite, without encryption or anything beside.
Result<Database> rawIndex(DeskStore &desk, const QString &path)
{
    auto raw = Database::open(path);
    if (!raw)
        return raw.error();
    const Status made = raw.value().runScript("CREATE VIRTUAL TABLE t USING fts5(number, subject, text, citizen, address, "
                                              "tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3')");
    if (!made)
        return made.error();
    auto transaction = Transaction::begin(raw.value());
    if (!transaction)
        return transaction.error();
    Statement from = desk.database().prepare("SELECT r.rowid, r.number, r.subject, r.text,"
                                             " ifnull(c.last_name,'')||' '||ifnull(c.first_name,'')||' "
                                             "'||ifnull(c.organisation,'')||' '||ifnull(c.phone,''), r.address"
                                             " FROM request r LEFT JOIN citizen c ON c.id = r.citizen ORDER BY r.rowid"_L1);
    Statement into = raw.value().prepare("INSERT INTO t(rowid, number, subject, text, citizen, address) VALUES (?,?,?,?,?,?)"_L1);
    for (;;) {
        const auto row = from.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        into.bind(1, from.integer(0));
        for (int column = 1; column <= 5; ++column)
            into.bind(column + 1, from.text(column));
        if (const Status put = into.run(); !put)
            return put.error();
    }
    if (const Status done = transaction.value().commit(); !done)
        return done.error();
    return raw;
}

} // namespace

Result<QList<Figure>> benchSearch(const BenchOptions &options)
{
    const auto path = benchDeskPath(options, options.requests);
    if (!path)
        return path.error();
    SystemClock clock;
    QRandomGenerator random(1);
    auto desk = DeskStore::openReader(*path, benchKey(), clock, random);
    if (!desk)
        return desk.error();
    const QTemporaryDir folder(options.folder + u"/raw"_s);
    auto raw = rawIndex(desk.value(), folder.filePath(u"fts.db"_s));
    if (!raw)
        return raw.error();
    Samples ours, peer;
    qint64 found = 0;
    for (int round = 0; round < 6; ++round) { // the first warms the caches of both
        for (const QString &words : searches()) {
            RequestQuery query;
            query.words = words;
            Samples one, other;
            Result<RequestPage> page = Error{};
            one.time([&] { page = requestPage(desk.value(), query, 50); });
            if (!page)
                return page.error();
            found += page->rows.size();
            QStringList terms = words.split(u' ');
            terms.last() += u'*';
            other.time([&] {
                Statement s = raw.value().prepare(
                    "SELECT rowid, number, subject, address FROM t WHERE t MATCH ? ORDER BY rowid DESC LIMIT 50"_L1);
                s.bind(1, terms.join(u' '));
                for (auto row = s.step(); row && *row; row = s.step())
                    found += s.text(2).isEmpty() ? 0 : 1;
            });
            if (round == 0)
                continue;
            ours.add(one.total());
            peer.add(other.total());
        }
    }
    if (found == 0)
        return Error{ErrorCode::NotFound, u"searches found nothing"_s};
    return QList<Figure>{{u"search"_s, u"two words, newest 50, mean"_s, ours.total() / double(ours.count()), u"ms"_s,
                          peer.total() / double(peer.count()), 1.5},
                         {u"search"_s, u"two words, newest 50, p99"_s, ours.percentile(0.99), u"ms"_s, {}, 20.0}};
}

} // namespace parvis

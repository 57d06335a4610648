#include "hub/intake.h"

#include "base/text.h"
#include "hub/gathering.h"
#include "hub/outgoing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

Error wrong(qsizetype index, const QString &field)
{
    return {ErrorCode::InvalidInput, u"%1: %2"_s.arg(index).arg(field)};
}

//! Is it in the one form of a document already? Mostly, and millions of copies are saved.
bool isNormal(const EntityDescription &description, const QJsonObject &document)
{
    return std::all_of(document.begin(), document.end(), [](const QJsonValue &value) { return !normal(value).isNull(); }) &&
           std::none_of(description.fields().begin(), description.fields().end(),
                        [&document](const FieldDescription &f) { return f.merge == Merge::Set && document.contains(f.name); });
}

Status patchIn(Commit &commit, const IntakeRecord &record, qsizetype index, Instant at)
{
    const auto row = commit.store().entity(record.kind, record.id);
    if (!row || !*row)
        return row ? wrong(index, u"id"_s) : row.error();
    const auto before = documentOf(**row);
    if (!before)
        return before.error();
    const QJsonObject after = overlaid(describe(record.kind), *before, record.fields);
    QJsonObject effect, was;
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it) {
        const QJsonValue from = normal(before->value(it.key()));
        const QJsonValue to = normal(after.value(it.key()));
        if (from == to)
            continue;
        effect.insert(it.key(), to);
        was.insert(it.key(), from);
    }
    const auto done = commit.patch(**row, *before, after, effect, was, {record.actor, {}, 0, {}}, at);
    return done ? success() : done.error();
}

//! What goes out is numbered by the body of its request.
Result<QString> numberOf(Commit &commit, const QJsonObject &dispatch, Instant at)
{
    const auto request = idFromText(dispatch.value("request"_L1).toString());
    const auto document = request ? commit.lookup()(Kind::Request, *request) : std::nullopt;
    const QJsonValue service = document.value_or(QJsonObject()).value("service"_L1);
    return outgoingNumber(commit, idFromText(service.toString()).value_or(Id()), at);
}

} // namespace

Status checkIntake(const QList<IntakeRecord> &records)
{
    for (qsizetype i = 0; i < records.size(); ++i) {
        const IntakeRecord &record = records[i];
        const EntityDescription &description = describe(record.kind);
        if (record.id.isNull())
            return wrong(i, u"id"_s);
        for (auto it = record.fields.begin(); it != record.fields.end(); ++it) {
            const FieldDescription *f = description.field(it.key());
            if (f && !f->accepts(it.value()))
                return wrong(i, it.key());
        }
    }
    return success();
}

Status takeIn(Commit &commit, const QList<IntakeRecord> &records, IntakeReport &report)
{
    report = {};
    for (qsizetype i = 0; i < records.size(); ++i) {
        const IntakeRecord &record = records[i];
        const Instant at = record.at.isSet() ? record.at : commit.now();
        if (record.verb == Verb::Patch) {
            if (const auto done = patchIn(commit, record, i, at); !done)
                return done;
            ++report.patched;
            continue;
        }
        const auto known = commit.store().entity(record.kind, record.id);
        if (!known)
            return known.error();
        if (*known) {
            ++report.known;
            continue;
        }
        if (record.kind == Kind::User) {
            const auto owner = commit.store().userByLogin(folded(record.fields.value("login"_L1).toString()));
            if (!owner || *owner)
                return owner ? wrong(i, u"login"_s) : owner.error();
        }
        const EntityDescription &description = describe(record.kind);
        const bool asItIs = isNormal(description, record.fields);
        QJsonObject document = asItIs ? record.fields : overlaid(description, {}, record.fields);
        if (record.kind == Kind::Dispatch && !document.contains("chrono"_L1)) {
            const auto chrono = numberOf(commit, document, at);
            if (!chrono)
                return chrono.error();
            document.insert(u"chrono"_s, *chrono);
        }
        const auto made = commit.create(record.kind, record.id, document, {record.actor, {}, 0, {}}, at);
        if (!made)
            return made.error();
        if (record.kind == Kind::Request) {
            const auto complete = commit.lookup()(record.kind, record.id);
            if (const Status gathered = complete ? gather(commit, record.id, *complete) : success(); !gathered)
                return gathered;
        }
        ++report.created;
    }
    return success();
}

} // namespace parvis

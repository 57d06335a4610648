#include "presentation/citizenrecordcontroller.h"

using namespace Qt::StringLiterals;

namespace parvis {

CitizenRecordController::CitizenRecordController(StoreGate &store, StoreEvents &events, QObject *parent)
    : QObject(parent), m_store(store), m_events(events), m_loading(this, [this](const Result<Loaded> &loaded) {
          if (loaded)
              showLoaded(loaded.value());
          else
              Q_EMIT failed(loaded.error());
      })
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(400);
    connect(&m_keepTimer, &QTimer::timeout, this, &CitizenRecordController::keep);
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (!m_id.isNull() && (concerns(touched, Kind::Citizen, m_id) || concerns(touched, Kind::Request)))
            load();
    });
}

QString CitizenRecordController::draftKey() const
{
    return u"citizen/"_s + idText(m_id);
}

void CitizenRecordController::open(const Id &citizen)
{
    if (citizen == m_id)
        return;
    flush();
    m_id = citizen;
    m_record.reset();
    m_edited = {};
    m_loading.drop();
    Q_EMIT recordChanged();
    Q_EMIT dirtyChanged();
    if (!m_id.isNull())
        load();
}

void CitizenRecordController::load()
{
    m_loading.ask([this, id = m_id, key = draftKey()] {
        return m_store.read([id, key](DeskStore &store) -> Result<Loaded> {
            auto record = citizenRecord(store, id);
            if (!record)
                return record.error();
            auto draft = store.draft(key);
            if (!draft)
                return draft.error();
            return Loaded{std::move(record).value(), std::move(draft).value()};
        });
    });
}

void CitizenRecordController::showLoaded(const Loaded &loaded)
{
    const bool wasDirty = isDirty();
    const bool sameCitizen = m_record && loaded.record && m_record->citizen.id == loaded.record->citizen.id;
    // What the agent typed stays on top of what others changed meanwhile.
    const EntityDescription &description = describe(Kind::Citizen);
    QJsonObject typed;
    if (sameCitizen)
        typed = difference(description, toDocument(m_record->citizen), toDocument(m_edited));
    else if (loaded.draft)
        typed = loaded.draft->content;
    m_record = loaded.record;
    m_edited = m_record ? fromDocument<Citizen>(m_id, overlaid(description, toDocument(m_record->citizen), typed)) : Citizen();
    Q_EMIT recordChanged();
    if (wasDirty != isDirty())
        Q_EMIT dirtyChanged();
}

bool CitizenRecordController::isSavable() const
{
    return isDirty() && !(m_edited.lastName.trimmed().isEmpty() && m_edited.organisation.trimmed().isEmpty());
}

void CitizenRecordController::edit(const Citizen &citizen)
{
    if (!m_record || citizen == m_edited)
        return;
    m_edited = citizen;
    m_edited.id = m_id;
    if (!m_keepTimer.isActive())
        m_keepTimer.start();
    Q_EMIT dirtyChanged();
}

void CitizenRecordController::flush()
{
    if (!m_keepTimer.isActive())
        return;
    m_keepTimer.stop();
    keep();
}

void CitizenRecordController::keep()
{
    if (!m_record)
        return;
    const QJsonObject typed = difference(describe(Kind::Citizen), toDocument(m_record->citizen), toDocument(m_edited));
    const auto write = [key = draftKey(), typed](DeskStore &store) {
        return typed.isEmpty() ? store.deleteDraft(key) : store.saveDraft(key, typed);
    };
    whenReady(m_store.write(write), this, [this](const Status &status) {
        if (!status)
            Q_EMIT failed(status.error());
    });
}

void CitizenRecordController::save()
{
    if (!isSavable())
        return;
    const QJsonObject before = toDocument(m_record->citizen);
    const QJsonObject set = difference(describe(Kind::Citizen), before, toDocument(m_edited));
    Edit edit{Kind::Citizen, Verb::Patch, m_id, set, {}, m_record->seq};
    if (set.contains("remark"_L1))
        edit.was.insert("remark"_L1, before.value("remark"_L1));
    m_keepTimer.stop();
    const auto write = [edit, key = draftKey(), actor = m_actor](DeskStore &store) { return store.submit({edit}, actor, key); };
    m_record->citizen = m_edited; // on the screen it is done; a refusal loads the record again
    Q_EMIT dirtyChanged();
    whenReady(m_store.write(write), this, [this, edited = m_edited](const Result<QList<Mutation>> &done) {
        if (!done) {
            m_record.reset();
            load();
            Q_EMIT failed(done.error());
            return;
        }
        QList<qint64> numbers;
        for (const Mutation &mutation : done.value())
            numbers.append(mutation.n);
        Q_EMIT saved(numbers);
        m_events.publish(touchedBy(done.value()));
    });
}

void CitizenRecordController::revert()
{
    if (!isDirty())
        return;
    m_edited = m_record->citizen;
    m_keepTimer.start();
    flush();
    Q_EMIT recordChanged();
    Q_EMIT dirtyChanged();
}

void CitizenRecordController::undo(const QList<qint64> &mutations)
{
    const auto write = [mutations, actor = m_actor](DeskStore &store) { return store.undo(mutations, actor); };
    whenReady(m_store.write(write), this, [this](const Result<QList<Mutation>> &done) {
        if (done)
            m_events.publish(touchedBy(done.value()));
        else
            Q_EMIT failed(done.error());
    });
}

} // namespace parvis

#include "presentation/replycontroller.h"

using namespace Qt::StringLiterals;

// The part of ReplyController that files what is written, and takes it back.

namespace parvis {

void ReplyController::write(const QList<Edit> &edits, const std::function<void()> &done)
{
    const auto written =
        m_store.write([edits, actor = m_actor, key = draftKey()](DeskStore &store) { return store.submit(edits, actor, key); });
    m_isBusy = true;
    whenReady(written, this, [this, done, requests = m_start.requests](const Result<QList<Mutation>> &mutations) {
        m_isBusy = false;
        if (!mutations) {
            Q_EMIT failed(mutations.error());
            return;
        }
        m_isUnkept = false;
        m_keep.stop();
        done();
        Touched touched = touchedBy(*mutations);
        for (const Id &request : requests)
            touched.records.append({Kind::Request, request});
        m_events.publish(touched);
    });
}

Edit ReplyController::filing(const Reply &reply, const QJsonObject &set) const
{
    const bool isNew = m_seen.request.isNull();
    return {Kind::Reply, isNew ? Verb::Create : Verb::Patch, reply.id, set, {}, isNew ? 0 : m_seq};
}

//! Files \a reply for those of \a way. A file of a request that its readers may not see is filed with its own, too.
QList<Edit> ReplyController::editsFor(const ReplyWay &way, Reply reply, SentReplies &sent)
{
    QList<Edit> edits;
    if (m_seen.request.isNull()) {
        reply.id = m_ids.next();
        reply.author = m_actor.user;
        reply.at = m_clock.now();
        reply.request = way.home.id;
    }
    QJsonArray recipients, enclosures;
    for (const QJsonValue &recipient : std::as_const(reply.recipients)) {
        if (way.requests.contains(recipientFrom(recipient).request))
            recipients.append(recipient);
    }
    QHash<Id, Id> requestOf;
    for (const Addressed &a : m_addressed) {
        for (const Attachment &file : a.attachments)
            requestOf.insert(file.id, a.request.id);
    }
    for (Enclosure &e : enclosuresOf(reply.attachments)) {
        const auto of = requestOf.constFind(e.attachment);
        if (of != requestOf.cend() && !way.requests.contains(*of)) {
            Attachment copy{m_ids.next(), way.home.id,   e.sha256,     e.name, e.mediaType,
                            e.bytes,      m_clock.now(), m_actor.user, false,  {}};
            edits.append({Kind::Attachment, Verb::Create, copy.id, toDocument(copy), {}, 0});
            sent.copies.append(copy.id);
            e.attachment = copy.id;
        }
        enclosures.append(toJson(e));
    }
    reply.recipients = recipients;
    reply.attachments = enclosures;
    edits.append(filing(reply, submission(m_seen, reply, way.circuit, {m_actor.user, m_clock.now()})));
    sent.replies.append(reply.id);
    sent.requests += way.requests;
    sent.approved += way.circuit.isEmpty() ? 1 : 0;
    return edits;
}

void ReplyController::submit()
{
    if (!m_isBegun || m_isBusy || m_addressed.isEmpty())
        return;
    SentReplies sent;
    sent.number = m_addressed.first().request.number;
    sent.draftKey = draftKey();
    sent.words = words();
    const Reply reply = whole();
    QList<Edit> edits;
    const QList<ReplyWay> all = ways();
    for (const ReplyWay &way : all)
        edits += editsFor(way, reply, sent);
    write(edits, [this, sent] {
        end();
        Q_EMIT submitted(sent);
    });
}

void ReplyController::undo(const SentReplies &sent)
{
    const auto written = m_store.write([sent, actor = m_actor, at = m_clock.now()](DeskStore &store) -> Result<QList<Mutation>> {
        const bool isSeveral = sent.replies.size() > 1;
        QList<Edit> edits;
        for (const Id &reply : sent.replies) {
            const auto row = replyRow(store, reply);
            if (!row || !*row)
                return row ? Error{ErrorCode::NotFound, idText(reply)} : row.error();
            const ReplyActor who{actor.user, at};
            // What nobody had to approve is on its way to be sent: it is withdrawn while it is still here. Several were one.
            const QJsonObject set = isSeveral || (*row)->reply.state == ReplyState::Approved ? withdrawal((*row)->reply, who)
                                                                                             : takingUp((*row)->reply, who);
            edits.append({Kind::Reply, Verb::Patch, reply, set, {}, (*row)->seq});
        }
        for (const Id &copy : sent.copies)
            edits.append({Kind::Attachment, Verb::Patch, copy, {{u"removed"_s, true}}, {}, 0});
        auto mutations = store.submit(edits, actor);
        if (!mutations || !isSeveral)
            return mutations;
        const Status kept = store.saveDraft(sent.draftKey, sent.words);
        return kept ? mutations : kept.error();
    });
    whenReady(written, this, [this, sent](const Result<QList<Mutation>> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        Touched touched = touchedBy(*done);
        for (const Id &request : sent.requests)
            touched.records.append({Kind::Request, request});
        m_events.publish(touched);
        Q_EMIT undone(sent);
    });
}

void ReplyController::withdraw()
{
    if (!m_isBegun || m_isBusy)
        return;
    if (m_seen.request.isNull()) { // only kept here
        m_isUnkept = false;
        m_keep.stop();
        const auto gone = m_store.write([key = draftKey()](DeskStore &store) { return store.deleteDraft(key); });
        whenReady(gone, this, [this](const Status &done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
        end();
        Q_EMIT withdrawn();
        return;
    }
    write({filing(m_seen, withdrawal(m_seen, {m_actor.user, m_clock.now()}))}, [this] {
        end();
        Q_EMIT withdrawn();
    });
}

} // namespace parvis

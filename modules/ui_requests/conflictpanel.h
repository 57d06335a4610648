#pragma once

#include "presentation/requestdetailcontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QVBoxLayout;

namespace parvis {

//! The open conflicts of a request: both values, who wanted and who set them, and one key for each way out.
class ConflictPanel final : public QWidget
{
    Q_OBJECT
public:
    ConflictPanel(RequestDetailController &controller, const ReferenceData &town, QWidget *scope, QWidget *parent = nullptr);

private:
    void showRequest();
    QWidget *makeCard(const Proposal &proposal, bool isFirst);
    QString stepSentence(const QString &field, const Proposal &proposal) const;
    QString standingAuthor(const QString &field) const;
    bool isMine(const Proposal &proposal) const { return proposal.author == m_controller.actor().user; }

    RequestDetailController &m_controller;
    const ReferenceData &m_town;
    QVBoxLayout *m_column;
    QAction *m_take, *m_keep; //!< on the first conflict
    QList<Proposal> m_shown;
    QList<Change> m_history;
};

} // namespace parvis

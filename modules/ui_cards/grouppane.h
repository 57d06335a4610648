#pragma once

#include "presentation/cardscontroller.h"

#include <QtWidgets/QWidget>

class QAction;

namespace parvis {

class ElidedLabel;
class RequestLines;

//! Requests that resemble each other and that no card answers: read, and a new card proposed from them.
class GroupPane final : public QWidget
{
    Q_OBJECT
public:
    GroupPane(const ReferenceData &town, QAction *propose, QWidget *parent = nullptr);

    void show(const LikeRequests &group);
    using QWidget::show;
    const LikeRequests &group() const { return m_group; }

Q_SIGNALS:
    void opened(const parvis::Id &request);

private:
    const ReferenceData &m_town;
    LikeRequests m_group;
    ElidedLabel *m_title;
    RequestLines *m_requests;
};

} // namespace parvis

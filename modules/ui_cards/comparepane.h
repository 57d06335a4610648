#pragma once

#include "presentation/referencedata.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace parvis {

class DifferenceView;

//! Two published revisions side by side. Escape goes back to the card.
class ComparePane final : public QWidget
{
    Q_OBJECT
public:
    explicit ComparePane(const ReferenceData &town, QWidget *parent = nullptr);
    void show(const QJsonObject &before, const QJsonObject &after, const QString &title);
    using QWidget::show;

private:
    const ReferenceData &m_town;
    QLabel *m_title;
    DifferenceView *m_differences;
};

} // namespace parvis

#pragma once

#include "presentation/carddifference.h"

#include <QtWidgets/QTextBrowser>

namespace parvis {

//! Two versions of a card side by side, field by field: what went is struck through and in brackets, what came is underlined and
//! bold, so that no colour is needed to tell them apart.
class DifferenceView final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit DifferenceView(QWidget *parent = nullptr);

    void setHeads(const QString &before, const QString &after); //!< over the two columns
    void show(const QList<FieldDifference> &differences);
    using QTextBrowser::show;

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void insertParts(QTextCursor cursor, const QList<TextPart> &parts, TextPart::In side) const;

    QString m_before, m_after;
    QList<FieldDifference> m_differences;
};

} // namespace parvis

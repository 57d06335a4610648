#pragma once

#include "presentation/approvalcase.h"

#include <QtWidgets/QTextBrowser>

namespace parvis {

//! What a reply says now, with what it said before in its place: what went is struck through and in brackets, what came is
//! underlined and bold, so that no colour is needed to tell them apart. Scrolled by whoever owns it.
class ReplyDifference final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ReplyDifference(QWidget *parent = nullptr);

    //! Of the \a place-th recipient.
    void show(const SeenContent &before, const SeenContent &now, int place);
    using QTextBrowser::show;

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void insert(QTextCursor &cursor, const QString &label, const QString &before, const QString &after, bool always) const;

    SeenContent m_before, m_now;
    int m_place = 0;
};

//! Something differs in what is read; without recipients before, in what was written.
bool differs(const SeenContent &before, const SeenContent &now);

} // namespace parvis

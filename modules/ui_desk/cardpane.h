#pragma once

#include "presentation/contactcontroller.h"

#include <QtWidgets/QStackedWidget>

class QLabel;

namespace parvis {

class ActionButton;
class EmptyState;
class RichTextView;

//! The procedure card beside the form: who takes over and why, until when and why, what to ask, say and do.
class CardPane final : public QStackedWidget
{
    Q_OBJECT
public:
    CardPane(const ContactController &controller, const ReferenceData &town, QAction *explain, QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;

private:
    void refresh();
    void showPromise();
    QString routeSentence() const;
    QString markdown(const Card &card) const;

    const ContactController &m_controller;
    const ReferenceData &m_town;
    QAction *m_explain;
    EmptyState *m_empty;
    QWidget *m_card;
    QLabel *m_title, *m_delay, *m_due, *m_steps, *m_route;
    ActionButton *m_explainButton;
    RichTextView *m_text;
};

} // namespace parvis

#pragma once

#include "presentation/contactcontroller.h"
#include "ui_common/completerfield.h"

#include <QtWidgets/QWidget>

#include <memory>

class QAction;

namespace parvis {

namespace Ui {
class ContactForm;
}

//! The fields of a contact: who, what, where, text, the card's own, reply. Enter accepts and moves on to the next field that is
//! needed; Tab moves without accepting.
class ContactForm final : public QWidget
{
    Q_OBJECT
public:
    ContactForm(ContactController &controller, const ReferenceData &town, const Clock &clock, QWidget *parent = nullptr);
    ~ContactForm() override;

    QWidget *whoField() const;
    void showGap(const DraftCheck &gap); //!< says what is missing and goes there
    void showError(const Error &error);
    bool closeLists();                    //!< false: none was open
    void setPlaceAction(QAction *action); //!< offered in the field of the place
    void takePlace(const Place &place);   //!< as if chosen there

Q_SIGNALS:
    void completed(); //!< Enter, and nothing more is needed

private:
    void connectController();
    void showDraft();
    void showCard();
    void showNewCitizen();
    void moveOn(ContactField from);
    void offerCallers(const QString &words, const QList<CallerHint> &hints);
    void offerCards(const QString &words, const QList<CardHit> &hints);
    QList<Suggestion> linesOf(const QList<PlaceHint> &hints) const;
    void offerPlaces(const QString &words, const QList<PlaceHint> &hints);
    void acceptCaller(const CallerHint &hint);

    ContactController &m_controller;
    const ReferenceData &m_town;
    const Clock &m_clock;
    std::unique_ptr<Ui::ContactForm> m_ui;
    Id m_shownCard;
};

} // namespace parvis

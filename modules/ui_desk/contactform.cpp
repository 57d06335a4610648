#include "ui_desk/contactform.h"

#include "domain/phone.h"
#include "ui_common/completerfield.h"
#include "ui_common/enterkey.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_contactform.h"

#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//: separates short facts on one line
QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

//! Why the card is in the list: the words that met, how, and what puts it before its like.
QString reasonText(const CardHit &hit)
{
    QString found;
    switch (hit.reason) {
    case CardReason::Title: break; // is to be seen
    case CardReason::Text: found = ContactForm::tr("the card says “%1”").arg(hit.words); break;
    //: requests that were made with this card had the words
    case CardReason::Past: found = ContactForm::tr("others said “%1”").arg(hit.words); break;
    //: the theme of a card
    case CardReason::Theme: found = ContactForm::tr("theme “%1”").arg(hit.words); break;
    //: means the same as what was typed
    case CardReason::Synonym: found = ContactForm::tr("means “%1”").arg(hit.words); break;
    case CardReason::Typo: found = ContactForm::tr("looks like “%1”").arg(hit.words); break;
    default: found = ContactForm::tr("“%1”").arg(hit.words); break;
    }
    QString lift;
    if (hit.lift == CardReason::Use)
        lift = ContactForm::tr("often used");
    else if (hit.lift == CardReason::Season)
        lift = ContactForm::tr("of this season");
    else if (hit.lift == CardReason::Habit)
        lift = ContactForm::tr("often yours");
    return joined({found, lift});
}

} // namespace

ContactForm::ContactForm(ContactController &controller, const ReferenceData &town, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_town(town), m_clock(clock), m_ui(std::make_unique<Ui::ContactForm>())
{
    m_ui->setupUi(this);
    for (QLabel *label : {m_ui->whoLabel, m_ui->whatLabel, m_ui->whereLabel, m_ui->textLabel, m_ui->replyLabel})
        label->buddy()->setAccessibleName(plainLabel(label->text()));
    m_ui->who->lineEdit()->setAccessibleName(plainLabel(m_ui->whoLabel->text()));
    m_ui->what->lineEdit()->setAccessibleName(plainLabel(m_ui->whatLabel->text()));
    m_ui->where->lineEdit()->setAccessibleName(plainLabel(m_ui->whereLabel->text()));
    m_ui->who->setPlaceholderText(tr("Phone number, name or e-mail; empty if anonymous"));
    m_ui->what->setPlaceholderText(tr("Three letters of the procedure, or a subject"));
    m_ui->where->setPlaceholderText(tr("Number and street, or a place"));
    m_ui->text->setPlaceholderText(tr("What the citizen says. Shift+Enter for a new line"));
    m_ui->text->setFixedHeight(fontMetrics().lineSpacing() * 3 + 2 * space::gap);
    m_ui->newCitizen->hide();
    m_ui->cardFields->setTown(m_town);
    m_ui->cardFields->setFileKeeper([this](const QString &path) { return m_controller.keepFile(path); });
    m_ui->cardFields->setTabPlace(m_ui->text);

    connect(m_ui->who, &CompleterField::edited, &m_controller, &ContactController::editWho);
    connect(m_ui->who, &CompleterField::accepted, this,
            [this](const Suggestion &chosen) { acceptCaller(chosen.value.value<CallerHint>()); });
    connect(m_ui->who, &CompleterField::committed, this, [this] { moveOn(ContactField::Who); });
    connect(m_ui->newCitizen, &NewCitizenPane::edited, this, [this] {
        m_controller.chooseNewCaller(m_ui->newCitizen->citizen());
        m_ui->who->setText(m_controller.draft().who);
    });
    connect(m_ui->newCitizen, &NewCitizenPane::done, this, [this] { moveOn(ContactField::Who); });

    connect(m_ui->what, &CompleterField::edited, &m_controller, &ContactController::editWhat);
    connect(m_ui->what, &CompleterField::accepted, this, [this](const Suggestion &chosen) {
        const Id card = chosen.value.toUuid();
        card.isNull() ? m_controller.keepWords() : m_controller.chooseCard(card);
        m_ui->what->setText(m_controller.draft().what);
        moveOn(ContactField::What);
    });
    connect(m_ui->what, &CompleterField::committed, this, [this] { moveOn(ContactField::What); });

    connect(m_ui->where, &CompleterField::edited, &m_controller, &ContactController::editWhere);
    connect(m_ui->where, &CompleterField::accepted, this,
            [this](const Suggestion &chosen) { takePlace(chosen.value.value<Place>()); });
    connect(m_ui->where, &CompleterField::committed, this, [this] { moveOn(ContactField::Where); });

    connect(m_ui->text, &QPlainTextEdit::textChanged, this, [this] { m_controller.editText(m_ui->text->toPlainText()); });
    onEnter(m_ui->text, [this] { moveOn(ContactField::Text); });
    m_ui->proposals->listen(this, m_controller, m_town);
    connect(m_ui->proposals, &ProposalsLine::chosen, &m_controller, &ContactController::chooseCard);
    connect(m_ui->cardFields, &CardFields::edited, &m_controller, &ContactController::setFormValue);
    connect(m_ui->cardFields, &CardFields::done, this, [this] { moveOn(ContactField::Form); });
    connect(m_ui->reply, &ReplyChoice::chosen, &m_controller, &ContactController::setReplyChannel);
    connect(m_ui->reply, &ReplyChoice::done, this, &ContactForm::completed);
    connectController();
    showDraft();
}

ContactForm::~ContactForm() = default;

void ContactForm::connectController()
{
    connect(&m_controller, &ContactController::draftReplaced, this, &ContactForm::showDraft);
    connect(&m_controller, &ContactController::adviceChanged, this, &ContactForm::showCard);
    connect(&m_controller, &ContactController::replyChanged, this,
            [this] { m_ui->reply->setChannel(m_controller.draft().replyChannel); });
    connect(&m_controller, &ContactController::callerChanged, this, &ContactForm::showNewCitizen);
    connect(&m_controller, &ContactController::callerHintsReady, this, &ContactForm::offerCallers);
    connect(&m_controller, &ContactController::cardHintsReady, this, &ContactForm::offerCards);
    connect(&m_controller, &ContactController::placeHintsReady, this, &ContactForm::offerPlaces);
    connect(&m_controller, &ContactController::morePlaceHintsReady, this,
            [this](const QString &words, const QList<PlaceHint> &hints) { m_ui->where->addSuggestions(words, linesOf(hints)); });
    connect(&m_controller, &ContactController::draftFailed, this, &ContactForm::showError);
    connect(&m_controller, &ContactController::saveFailed, this, &ContactForm::showError);
}

void ContactForm::setPlaceAction(QAction *action)
{
    m_ui->where->lineEdit()->addAction(action, QLineEdit::TrailingPosition);
}

void ContactForm::takePlace(const Place &place)
{
    m_controller.choosePlace(place);
    m_ui->where->setText(m_controller.draft().where);
    moveOn(ContactField::Where);
}

QWidget *ContactForm::whoField() const
{
    return m_ui->who->lineEdit();
}

void ContactForm::showDraft()
{
    const ContactDraft &draft = m_controller.draft();
    m_ui->error->clear();
    m_ui->who->setText(draft.who);
    m_ui->what->setText(draft.what);
    m_ui->where->setText(draft.where);
    if (m_ui->text->toPlainText() != draft.text)
        m_ui->text->setPlainText(draft.text);
    m_ui->reply->setChannel(draft.replyChannel);
    if (draft.newCitizen)
        m_ui->newCitizen->setCitizen(*draft.newCitizen);
    showNewCitizen();
    m_shownCard = {};
    showCard();
    m_ui->cardFields->setValues(draft.form);
}

void ContactForm::showCard()
{
    const Card *card = m_controller.card();
    const Id id = card ? card->id : Id();
    const QJsonArray form = card ? card->form : QJsonArray();
    if (id == m_shownCard && !id.isNull() && form == m_ui->cardFields->form())
        return;
    m_shownCard = id;
    if (card) // it may have been chosen elsewhere
        m_ui->what->setText(m_controller.draft().what);
    m_ui->cardFields->setForm(form, m_town.calendar().localDay(m_clock.now()));
    m_ui->cardFields->setValues(m_controller.draft().form);
}

void ContactForm::showNewCitizen()
{
    m_ui->newCitizen->setVisible(m_controller.draft().newCitizen.has_value());
}

void ContactForm::moveOn(ContactField from)
{
    m_ui->error->clear();
    switch (m_controller.nextField(from)) {
    case ContactField::Who: m_ui->who->setFocus(); break;
    case ContactField::What: m_ui->what->setFocus(); break;
    case ContactField::Where: m_ui->where->setFocus(); break;
    case ContactField::Text: m_ui->text->setFocus(); break;
    case ContactField::Form: m_ui->cardFields->focusField(m_controller.firstMissingFormField()); break;
    case ContactField::Done: Q_EMIT completed(); break;
    }
}

void ContactForm::offerCallers(const QString &words, const QList<CallerHint> &hints)
{
    QList<Suggestion> list;
    for (const CallerHint &hint : hints) {
        const Citizen &citizen = hint.citizen;
        Suggestion line;
        line.value = QVariant::fromValue(hint);
        if (hint.isNew()) {
            const QString name = displayName(citizen);
            line.icon = u"user-plus"_s;
            line.text = tr("New citizen");
            line.detail = joined({name, spokenPhone(citizen.phone), citizen.email});
        } else {
            line.icon = u"user"_s;
            line.text = displayName(citizen);
            line.detail = joined({spokenPhone(citizen.phone), citizen.address});
            if (hint.openRequests > 0)
                line.reason = tr("%n open request(s)", nullptr, hint.openRequests);
        }
        list.append(line);
    }
    m_ui->who->setSuggestions(words, list);
}

void ContactForm::acceptCaller(const CallerHint &hint)
{
    if (!hint.isNew()) {
        m_controller.chooseCaller(hint.citizen);
        m_ui->who->setText(m_controller.draft().who);
        moveOn(ContactField::Who);
        return;
    }
    m_controller.chooseNewCaller(hint.citizen);
    m_ui->who->setText(m_controller.draft().who);
    m_ui->newCitizen->setCitizen(hint.citizen);
    showNewCitizen();
    m_ui->newCitizen->focusFirstNeeded();
}

void ContactForm::offerCards(const QString &words, const QList<CardHit> &hints)
{
    QList<Suggestion> list;
    for (const CardHit &hit : hints) {
        const Card *card = m_town.card(hit.card);
        if (!card)
            continue;
        Suggestion line;
        line.value = hit.card;
        line.icon = u"file-text"_s;
        line.text = card->title;
        line.detail = joined({tr("%n working day(s)", nullptr, delayOf(*card)), m_town.unitName(card->service)});
        line.reason = reasonText(hit);
        list.append(line);
    }
    if (!words.trimmed().isEmpty()) {
        Suggestion none;
        none.value = Id();
        none.icon = u"pencil"_s;
        none.text = tr("No card: “%1”").arg(words.trimmed());
        none.detail = tr("to qualify");
        list.append(none);
    }
    m_ui->what->setSuggestions(words, list);
}

void ContactForm::offerPlaces(const QString &words, const QList<PlaceHint> &hints)
{
    m_ui->where->setSuggestions(words, linesOf(hints));
}

QList<Suggestion> ContactForm::linesOf(const QList<PlaceHint> &hints) const
{
    QList<Suggestion> list;
    for (const PlaceHint &hint : hints) {
        Suggestion line;
        line.value = QVariant::fromValue(hint.place);
        line.icon = hint.isHome ? u"house"_s : hint.place.isFoundOnline ? u"globe"_s : u"map-pin"_s;
        line.text = hint.place.address;
        line.detail = m_town.areaNames(hint.place);
        if (hint.isHome)
            line.reason = tr("caller's home");
        else if (hint.place.isFoundOnline)
            line.reason = tr("found online");
        else if (hint.place.beyondLastNumber)
            line.reason = tr("number unknown in this street");
        list.append(line);
    }
    return list;
}

void ContactForm::showGap(const DraftCheck &gap)
{
    QString sentence;
    QWidget *field = nullptr;
    switch (gap.gap) {
    case DraftGap::None: return;
    case DraftGap::WhoUnknown:
        field = m_ui->who;
        sentence = tr("Choose the citizen in the list, make a new one, or empty the field for an anonymous contact.");
        break;
    case DraftGap::NoName:
        field = m_ui->newCitizen;
        sentence = tr("A new citizen needs a name or an organisation.");
        break;
    case DraftGap::BadPhone: sentence = tr("The phone number of the new citizen can't be read as a number."); break;
    case DraftGap::Nothing:
        field = m_ui->what;
        sentence = tr("Say what it is about: a procedure, a subject or a text.");
        break;
    case DraftGap::Place:
        field = m_ui->where;
        sentence = tr("This procedure needs a place. The same key again transmits without it.");
        break;
    case DraftGap::FormField:
        m_ui->error->clear();
        m_ui->cardFields->showFaults(m_controller.formFaults());
        return;
    }
    m_ui->error->say(sentence);
    if (gap.gap == DraftGap::BadPhone)
        m_ui->newCitizen->focusPhone();
    else if (field)
        field->setFocus();
}

void ContactForm::showError(const Error &error)
{
    m_ui->error->say(error);
}

bool ContactForm::closeLists()
{
    bool wasOpen = m_ui->cardFields->closeLists();
    for (CompleterField *field : {m_ui->who, m_ui->what, m_ui->where}) {
        wasOpen = wasOpen || field->isListOpen();
        field->closeList();
    }
    return wasOpen;
}

} // namespace parvis

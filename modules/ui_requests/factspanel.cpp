#include "ui_requests/factspanel.h"

#include "base/async.h"
#include "base/text.h"
#include "domain/phone.h"
#include "presentation/formvalues.h"
#include "presentation/onlineplaces.h"
#include "presentation/typeddate.h"
#include "ui_common/filechoice.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_requests/formfact.h"
#include "ui_requests/requestwords.h"
#include "ui_requests/textfact.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int offered = 10;

QString capital(QString text)
{
    if (!text.isEmpty())
        text.replace(0, 1, text.at(0).toUpper());
    return text;
}

//! Suggestions and reading of a field whose values have names.
template <typename E>
void setChoices(Fact *fact, const QString &field)
{
    const auto suggest = [](const QString &typed) {
        QList<Suggestion> found;
        for (std::size_t i = 0; i < Tokens<E>::words.size(); ++i) {
            const QString name = word(E(i));
            if (typed.trimmed().isEmpty() || wordsMatch(name, typed))
                found.append({name, {}, {}, {}, QString(Tokens<E>::words[i])});
        }
        return found;
    };
    const auto read = [field, suggest](const QString &typed, const QVariant &chosen) -> std::optional<QJsonObject> {
        if (chosen.isValid())
            return QJsonObject{{field, chosen.toString()}};
        const auto found = suggest(typed);
        if (found.size() != 1)
            return std::nullopt;
        return QJsonObject{{field, found.first().value.toString()}};
    };
    fact->setEditor(suggest, read);
}

QJsonObject placeSet(const Place &place)
{
    const auto real = [](const std::optional<double> &v) { return v ? QJsonValue(*v) : QJsonValue(); };
    return {{u"address"_s, place.address.isEmpty() ? QJsonValue() : QJsonValue(place.address)},
            {u"district"_s, place.district.isNull() ? QJsonValue() : QJsonValue(idText(place.district))},
            {u"latitude"_s, real(place.latitude)},
            {u"longitude"_s, real(place.longitude)}};
}

QString tagsText(const TokenSet &tags)
{
    return QStringList(tags.begin(), tags.end()).join(u", "_s);
}

} // namespace

FactsPanel::FactsPanel(RequestDetailController &controller, const ReferenceData &town, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_town(town),
      m_grid(new QGridLayout),
      m_formGrid(new QGridLayout),
      m_error(new InlineError(this))
{
    for (QGridLayout *grid : {m_grid, m_formGrid}) {
        grid->setHorizontalSpacing(space::gap);
        grid->setVerticalSpacing(2);
    }
    makeFacts();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_error);
    column->addLayout(m_grid);
    column->addLayout(m_formGrid);
    column->addWidget(m_text);
    connect(&m_controller, &RequestDetailController::changed, this, &FactsPanel::showRequest);
    connect(&m_controller, &RequestDetailController::draftRestored, this, &FactsPanel::showDrafts);
    connect(&m_controller, &RequestDetailController::failed, this, [this](RequestAct act, const Error &error) {
        if (act != RequestAct::Field)
            return;
        const auto refusal = fromToken<Refusal>(error.detail);
        m_error->say(refusal ? sentence(*refusal) : sentence(error));
        showDrafts();
    });
}

Fact *FactsPanel::makeFact(const QString &field, const QString &label)
{
    auto *fact = new Fact(field, label, this);
    connect(fact, &Fact::typed, this, [this, fact](const QString &text) {
        m_error->clear();
        m_controller.keep(fact->field(), text.isEmpty() ? QJsonObject() : QJsonObject{{u"text"_s, text}});
    });
    connect(fact, &Fact::committed, this, [this, fact](const QJsonObject &set) { commit(fact, set); });
    connect(fact, &Fact::closed, this, &FactsPanel::steppedBack);
    connect(fact, &Fact::rejected, this, [this, label](const QString &text) {
        m_error->say(tr("“%1” can't be understood as %2: choose from the list, or empty the field.").arg(text, label.toLower()));
    });
    return fact;
}

void FactsPanel::addLine(Fact *fact, const QString &label)
{
    auto *text = secondaryLabel(label, this);
    text->setWordWrap(false);
    m_lines.append({fact, text});
}

void FactsPanel::makeFacts()
{
    const auto line = [this](const QString &field) {
        const QString label = capital(fieldWord(Kind::Request, field));
        Fact *fact = makeFact(field, label);
        addLine(fact, label);
        return fact;
    };
    m_subject = makeFact(u"subject"_s, capital(fieldWord(Kind::Request, u"subject"_s)));
    setTextRole(m_subject, TextRole::Heading);
    m_subject->setEditor({}, [](const QString &typed, const QVariant &) -> std::optional<QJsonObject> {
        return typed.isEmpty() ? std::nullopt : std::optional(QJsonObject{{u"subject"_s, typed}});
    });

    m_citizen = line(u"citizen"_s);
    m_citizen->setAskingEditor([](const QString &typed, const QVariant &chosen) -> std::optional<QJsonObject> {
        if (typed.isEmpty())
            return QJsonObject{{u"citizen"_s, QJsonValue()}};
        if (!chosen.isValid())
            return std::nullopt;
        return QJsonObject{{u"citizen"_s, idText(chosen.toUuid())}};
    });
    connect(m_citizen, &Fact::asked, &m_controller, &RequestDetailController::findCitizens);
    connect(&m_controller, &RequestDetailController::citizensFound, this,
            [this](const QString &words, const QList<CitizenHit> &hits) {
                QList<Suggestion> found;
                for (const CitizenHit &hit : hits) {
                    const QStringList known{spokenPhone(hit.citizen.phone), hit.citizen.address};
                    found.append({displayName(hit.citizen), known.join(u"  "_s).trimmed(), {}, u"user"_s, hit.citizen.id});
                }
                m_citizen->offer(words, found);
            });
    m_place = line(u"address"_s);
    m_place->setEditor(
        [this](const QString &typed) {
            QList<Suggestion> found;
            const auto places = m_town.placeIndex().search(typed, offered);
            for (const Place &place : places)
                found.append({place.address, m_town.areaNames(place), {}, {}, QVariant::fromValue(placeSet(place))});
            if (OnlinePlaces *online = m_town.onlinePlaces()) {
                online->ask(m_place, typed, [this, typed](const QList<Place> &more) {
                    QList<Suggestion> late;
                    for (const Place &place : more)
                        late.append({place.address, m_town.areaNames(place), tr("found online"), u"globe"_s,
                                     QVariant::fromValue(placeSet(place))});
                    m_place->offerMore(typed, late);
                });
            }
            return found;
        },
        [](const QString &typed, const QVariant &chosen) -> std::optional<QJsonObject> {
            if (chosen.isValid())
                return chosen.toJsonObject();
            Place place;
            place.address = typed;
            return placeSet(place);
        });
    m_card = line(u"card"_s);
    m_card->setEditor(
        [this](const QString &typed) {
            QList<Suggestion> found;
            const auto hits = m_town.cardIndex().search(typed, offered);
            for (const CardHit &hit : hits) {
                const Card *card = m_town.card(hit.card);
                if (card)
                    found.append({card->title, m_town.unitName(card->service), {}, {}, hit.card});
            }
            return found;
        },
        [this](const QString &typed, const QVariant &chosen) -> std::optional<QJsonObject> {
            if (typed.isEmpty())
                return QJsonObject{{u"card"_s, QJsonValue()}, {u"card_revision"_s, QJsonValue()}};
            const Card *card = m_town.card(chosen.toUuid());
            if (!card)
                return std::nullopt;
            return QJsonObject{{u"card"_s, idText(card->id)},
                               {u"card_revision"_s, card->revision},
                               {u"theme"_s, card->theme.isNull() ? QJsonValue() : QJsonValue(idText(card->theme))}};
        });
    m_service = line(u"service"_s);
    m_assignee = line(u"assignee"_s);
    for (const Fact *fact : {m_service, m_assignee})
        connect(fact, &Fact::opened, this, &FactsPanel::assignWanted);
    m_reply = line(u"reply_channel"_s);
    setChoices<ReplyChannel>(m_reply, u"reply_channel"_s);
    m_channel = line(u"channel"_s);
    setChoices<Channel>(m_channel, u"channel"_s);
    m_due = line(u"due_on"_s);
    m_due->setEditor({}, [this](const QString &typed, const QVariant &) -> std::optional<QJsonObject> {
        const QDate day = typedDate(typed, m_controller.today());
        if (!typed.isEmpty() && !day.isValid())
            return std::nullopt;
        return QJsonObject{{u"due_on"_s, day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue()}};
    });
    m_tags = line(u"tags"_s);
    m_tags->setEditor({}, [this](const QString &typed, const QVariant &) -> std::optional<QJsonObject> {
        QJsonArray after, before;
        for (const QString &tag : m_controller.detail()->request.tags)
            before.append(tag);
        const QStringList words = typed.split(u',', Qt::SkipEmptyParts);
        for (const QString &tag : words) {
            if (!tag.trimmed().isEmpty())
                after.append(tag.trimmed());
        }
        return difference(describe(Kind::Request), {{u"tags"_s, before}}, {{u"tags"_s, after}});
    });

    m_text = new TextFact(capital(fieldWord(Kind::Request, u"text"_s)), this);
    connect(m_text, &TextFact::typed, this, [this](const QString &text) {
        m_controller.keep(u"text"_s, text.isEmpty() ? QJsonObject() : QJsonObject{{u"text"_s, text}});
    });
    connect(m_text, &TextFact::committed, this, [this](const QString &text) {
        m_controller.setFields({{u"text"_s, text}}, u"text"_s);
    });
    connect(m_text, &TextFact::closed, this, &FactsPanel::steppedBack);
}

void FactsPanel::commit(const Fact *fact, const QJsonObject &set)
{
    m_error->clear();
    m_controller.setFields(set, fact->field());
}

void FactsPanel::showRequest()
{
    const auto &detail = m_controller.detail();
    setVisible(detail.has_value());
    if (!detail)
        return;
    const Request &request = detail->request;
    const QJsonObject document = toDocument(request);
    const auto shown = [&](const QString &field) { return valueText(field, document.value(field), m_town); };
    m_subject->setValue(request.subject.isEmpty() ? tr("No subject") : request.subject, request.subject);
    QString citizen = tr("anonymous");
    if (detail->citizen) {
        citizen = displayName(*detail->citizen);
        if (!detail->citizen->phone.isEmpty())
            citizen += u" · "_s + spokenPhone(detail->citizen->phone);
    }
    m_citizen->setValue(citizen, detail->citizen ? displayName(*detail->citizen) : QString());
    m_service->setValue(shown(u"service"_s), {});
    m_assignee->setValue(shown(u"assignee"_s), {});
    const QString areas = m_town.areaNames({request.address, {}, request.district, request.latitude, request.longitude});
    m_place->setValue(areas.isEmpty() ? shown(u"address"_s) : tr("%1 (%2)").arg(shown(u"address"_s), areas), request.address);
    m_card->setValue(shown(u"card"_s), m_town.cardTitle(request.card));
    m_reply->setValue(word(request.replyChannel), word(request.replyChannel));
    m_channel->setValue(word(request.channel), word(request.channel));
    m_due->setValue(shown(u"due_on"_s), request.dueOn.isValid() ? shortDay(request.dueOn) : QString());
    m_tags->setValue(request.tags.empty() ? u"–"_s : tagsText(request.tags), tagsText(request.tags));
    m_text->setValue(request.text);
    const bool mayEdit = m_controller.may(Permission::EditRequest);
    for (Fact *fact : {m_subject, m_citizen, m_place, m_card, m_reply, m_channel, m_due, m_tags})
        fact->setEditable(mayEdit);
    m_text->setEditable(mayEdit);
    showFormFields(request);
    lay();
}

void FactsPanel::showFormFields(const Request &request)
{
    const Card *card = m_town.card(request.card);
    const FormFields fields = shownFields(card ? formFieldsFrom(card->form) : FormFields(), request.form);
    if (fields != m_form) {
        const FormFields before = std::exchange(m_form, fields);
        QList<Line> old = std::exchange(m_formLines, {});
        m_formColumns = 0;
        for (const FormField &field : fields) {
            // A field that stays keeps its widgets, and with them the focus and what is being typed.
            const auto at = before.indexOf(field);
            m_formLines.append(at < 0 ? makeFormLine(field) : std::exchange(old[at], {}));
        }
        for (const Line &line : std::as_const(old)) {
            delete line.fact;
            delete line.label;
        }
    }
    const bool mayEdit = m_controller.may(Permission::EditRequest);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const FormField &field = fields.at(i);
        Fact *fact = m_formLines.at(i).fact;
        const QString text = valueWord(request.form.value(field.code), field.type);
        setFormEditor(fact, field, request.form, m_controller.today(), m_town);
        fact->setValue(text.isEmpty() ? u"–"_s : text, text);
        fact->setEditable(mayEdit);
    }
}

FactsPanel::Line FactsPanel::makeFormLine(const FormField &field)
{
    Fact *fact = makeFact(u"form."_s + field.code, field.name());
    auto *label = secondaryLabel(field.name(), this);
    label->setWordWrap(false);
    label->setToolTip(field.help);
    if (field.type == FormFieldType::File)
        connect(fact, &Fact::opened, this, [this, code = field.code, name = field.name()] { chooseFormFile(code, name); });
    return {fact, label};
}

void FactsPanel::chooseFormFile(const QString &code, const QString &label)
{
    if (!m_controller.may(Permission::EditRequest))
        return;
    m_error->clear();
    chooseFile(this, label, [this, code, request = m_controller.id()](const QString &path) {
        whenReady(m_controller.keepFile(path), this, [this, code, request, path](const Result<FileReference> &file) {
            if (request != m_controller.id())
                return; // another is in sight by now
            if (file)
                m_controller.setFormFile(code, file.value());
            else
                m_error->say(whyNoFile(QFileInfo(path).fileName(), file.error()));
        });
    });
}

void FactsPanel::showDrafts()
{
    const QJsonObject &draft = m_controller.draft();
    const auto typed = [&draft](const QString &field) { return draft.value(field)["text"_L1].toString(); };
    m_subject->restoreDraft(typed(m_subject->field()));
    for (const QList<Line> &lines : {m_lines, m_formLines}) {
        for (const Line &line : lines)
            line.fact->restoreDraft(typed(line.fact->field()));
    }
    m_text->restoreDraft(typed(u"text"_s));
    if (m_controller.id().isNull() || draft.isEmpty())
        m_error->clear();
}

void FactsPanel::lay()
{
    const int columns = width() > 52 * fontMetrics().averageCharWidth() ? 2 : 1;
    int longest = 0;
    for (const Line &line : std::as_const(m_formLines))
        longest = std::max(longest, line.label->sizeHint().width());
    const int formColumns = longest > width() / 4 ? 1 : columns;
    if (columns == m_columns && formColumns == m_formColumns)
        return;
    m_columns = columns;
    m_formColumns = formColumns;
    layIn(m_grid, m_lines, columns);
    layIn(m_formGrid, m_formLines, formColumns);
    QWidget *before = m_subject;
    for (const QList<Line> &lines : {m_lines, m_formLines}) {
        for (const Line &line : lines) {
            setTabOrder(before, line.fact);
            before = line.fact;
        }
    }
    setTabOrder(before, m_text);
}

void FactsPanel::layIn(QGridLayout *grid, const QList<Line> &lines, int columns)
{
    for (const Line &line : lines) {
        grid->removeWidget(line.label);
        grid->removeWidget(line.fact);
    }
    int row = 0, column = 0;
    for (const Line &line : lines) {
        // Names and places are long: they have a row of their own.
        const bool isWide = columns == 1 || line.fact == m_citizen || line.fact == m_place || line.fact == m_card;
        if (isWide && column > 0) {
            ++row;
            column = 0;
        }
        grid->addWidget(line.label, row, column);
        grid->addWidget(line.fact, row, column + 1, 1, isWide ? 2 * columns - 1 : 1);
        line.label->show();
        line.fact->show();
        column = isWide || column > 0 ? 0 : 2;
        row += column == 0 ? 1 : 0;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, columns == 2 ? 1 : 0);
}

void FactsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    lay();
}

void FactsPanel::setPlaceAction(QAction *action)
{
    m_place->lineEdit()->addAction(action, QLineEdit::TrailingPosition);
}

void FactsPanel::takePlace(const Place &place)
{
    m_place->take(place.address, QVariant::fromValue(placeSet(place)));
}

void FactsPanel::editFirst()
{
    m_subject->edit();
}

bool FactsPanel::stepBack()
{
    if (m_subject->stepBack() || m_text->stepBack())
        return true;
    const QList<Line> lines = m_lines + m_formLines;
    return std::any_of(lines.begin(), lines.end(), [](const Line &line) { return line.fact->stepBack(); });
}

} // namespace parvis

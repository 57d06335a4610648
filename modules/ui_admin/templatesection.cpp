#include "ui_admin/templatesection.h"

#include "documents/replyletter.h"
#include "presentation/cardpeople.h"
#include "ui_admin/recordform.h"
#include "ui_common/replypaper.h"
#include "ui_common/spellfield.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "wording/french.h"
#include "wording/replyfacts.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int shownLines = 12;
constexpr int paperHeight = 420;

QString faultText(const QList<FoundFault> &faults)
{
    QStringList empty, unknown;
    bool isBroken = false;
    for (const FoundFault &fault : faults) {
        const QString what = fault.label.isEmpty() ? fault.name : fault.label;
        if (fault.fault == TemplateFault::EmptyField)
            empty.append(what);
        else if (fault.fault == TemplateFault::UnknownField || fault.fault == TemplateFault::UnknownParagraph)
            unknown.append(fault.name);
        else
            isBroken = true;
    }
    empty.removeDuplicates();
    unknown.removeDuplicates();
    QStringList parts;
    if (!empty.isEmpty())
        parts.append(
            TemplateSection::tr("Not known of this request, and asked for before it is sent: %1.").arg(empty.join(u", "_s)));
    if (!unknown.isEmpty())
        parts.append(TemplateSection::tr("There is no such field or paragraph: %1.").arg(unknown.join(u", "_s)));
    if (isBroken)
        parts.append(TemplateSection::tr("Braces that are not closed, or not in the right place."));
    return parts.join(u' ');
}

} // namespace

TemplateSection::TemplateSection(AdminController &controller, const ReferenceData &town, QObject *parent)
    : AdminSection(Kind::Template, controller, town, parent),
      m_text(new SpellField),
      m_sample(new QWidget),
      m_about(secondaryLabel({})),
      m_paper(new ReplyPaper)
{
    m_form->addText(u"name"_s, tr("&Name:"));
    m_form->addChoice(u"use"_s, tr("&Is:"),
                      {{token(TemplateUse::Reply), tr("a reply")},
                       {token(TemplateUse::Paragraph), tr("a paragraph for others")},
                       {token(TemplateUse::Acknowledgement), tr("what goes out at reception")}});
    m_form->addText(u"code"_s, tr("C&ode:"), tr("of a paragraph, as others name it: {{> code}}"));
    m_form->addOne(u"card"_s, tr("For the &card:"), Target::Card);
    m_form->addOne(u"theme"_s, tr("For the &theme:"), Target::Theme);
    m_form->addOne(u"service"_s, tr("Of the ser&vice:"), Target::Service);
    m_form->addChoice(u"channel"_s, tr("&By:"),
                      {{token(ReplyChannel::None), tr("any channel")},
                       {token(ReplyChannel::Email), word(ReplyChannel::Email)},
                       {token(ReplyChannel::Sms), word(ReplyChannel::Sms)},
                       {token(ReplyChannel::Phone), word(ReplyChannel::Phone)},
                       {token(ReplyChannel::Letter), word(ReplyChannel::Letter)},
                       {token(ReplyChannel::Counter), word(ReplyChannel::Counter)}});
    m_form->addChoice(u"tone"_s, tr("T&one:"),
                      {{token(ReplyTone::Neutral), word(ReplyTone::Neutral)},
                       {token(ReplyTone::Formal), word(ReplyTone::Formal)},
                       {token(ReplyTone::Friendly), word(ReplyTone::Friendly)},
                       {token(ReplyTone::Firm), word(ReplyTone::Firm)}});
    m_form->addText(u"subject"_s, tr("S&ubject:"), tr("empty: that of the request"));
    m_text->setFixedHeight(shownLines * m_text->fontMetrics().lineSpacing() + space::group);
    m_text->setAccessibleName(tr("Text"));
    connect(m_text, &QPlainTextEdit::textChanged, m_form, &RecordForm::touch);
    m_form->addCustom(
        u"text"_s, tr("Te&xt:"), m_text,
        [this](const QJsonValue &value) {
            const QSignalBlocker quiet(m_text);
            m_text->setPlainText(value.toString());
        },
        [this] { return QJsonValue(m_text->toPlainText()); });
    m_form->addFlag(u"archived"_s, tr("Not offered any more"));

    auto *column = new QVBoxLayout(m_sample);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_about);
    column->addWidget(m_paper);
    m_paper->setFixedHeight(paperHeight);
    connect(&m_controller, &AdminController::sampleKnown, this, [this](const Request &request, const Citizen &citizen) {
        m_request = request;
        m_citizen = citizen;
        if (m_controller.kind() == kind())
            showSample();
    });
}

QList<AdminSection::Item> TemplateSection::items() const
{
    QList<Item> list;
    for (const ReplyTemplate &t : m_town.templates()) {
        const QString about = t.archived            ? tr("not offered any more")
                              : !t.card.isNull()    ? m_town.cardTitle(t.card)
                              : !t.theme.isNull()   ? (m_town.theme(t.theme) ? m_town.theme(t.theme)->name : QString())
                              : !t.service.isNull() ? m_town.unitName(t.service)
                              : t.use == TemplateUse::Paragraph ? tr("paragraph")
                                                                : QString();
        list.append({t.id, t.name, about});
    }
    std::sort(list.begin(), list.end(), [](const Item &a, const Item &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return list;
}

void TemplateSection::prepare(const QJsonObject &document, bool)
{
    m_text->loadDictionary();
    m_controller.askSample(idFromText(document.value("card"_L1).toString()).value_or(Id()));
}

AdminSection::Fault TemplateSection::fault(const QJsonObject &edited) const
{
    if (const Fault general = AdminSection::fault(edited); general.what != Fault::What::None)
        return general;
    const auto t = fromDocument<ReplyTemplate>(m_controller.id(), edited);
    if (t.text.trimmed().isEmpty())
        return Fault::missing(tr("The text is still missing."));
    if (t.use == TemplateUse::Paragraph && t.code.isEmpty())
        return Fault::missing(tr("The code is still missing: by it others name the paragraph."));
    if (t.use == TemplateUse::Paragraph) {
        QList<Holder> codes;
        for (const ReplyTemplate &other : m_town.templates())
            codes.append({other.id, other.use == TemplateUse::Paragraph ? other.code : QString(), other.name});
        if (const QString holder = holderOf(t.code, codes, m_controller.id()); !holder.isEmpty())
            return Fault::mistake(tr("The code %1 is taken by %2: choose another one.").arg(t.code, holder));
    }
    // What no request could ever fill in is a mistake; what this one lacks is asked for when it is used.
    const auto checked = render(t.text, replyFields(), paragraphsOf(m_town.templates()), ReplyFormat::Plain);
    if (!checked)
        return Fault::mistake(sentence(checked.error()));
    QList<FoundFault> faults = checked->faults;
    faults.removeIf([](const FoundFault &f) {
        return f.fault == TemplateFault::EmptyField || f.name.startsWith("form."_L1); // of a card's own form
    });
    return faults.isEmpty() ? Fault() : Fault::mistake(faultText(faults));
}

void TemplateSection::completeNew(QJsonObject &edited) const
{
    edited.insert(u"author"_s, idText(m_controller.actor()));
}

void TemplateSection::askEffect(const QJsonObject &edited)
{
    const QJsonValue before = m_edited.value("card"_L1);
    m_edited = edited;
    if (before != edited.value("card"_L1))
        m_controller.askSample(idFromText(edited.value("card"_L1).toString()).value_or(Id()));
    showSample();
}

void TemplateSection::showSample()
{
    const auto t = fromDocument<ReplyTemplate>(m_controller.id(), m_edited);
    if (m_request.id.isNull() || t.text.isEmpty()) {
        m_about->setText(m_request.id.isNull() ? tr("No request is known here for which it could be tried.") : QString());
        m_paper->clear();
        Q_EMIT effectChanged({});
        return;
    }
    const Lookup lookup = [town = lookupIn(m_town), this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        return kind == Kind::Citizen && id == m_citizen.id ? std::optional(toDocument(m_citizen)) : town(kind, id);
    };
    const ReplyFields fields =
        replyFields(replyFactsFor(m_request, m_controller.actor(), m_town.calendar(), m_controller.today(), lookup));
    const Paragraphs paragraphs = paragraphsOf(m_town.templates());
    const bool isPlain = t.channel == ReplyChannel::Sms || t.channel == ReplyChannel::Phone;
    const auto text = render(t.text, fields, paragraphs, isPlain ? ReplyFormat::Plain : ReplyFormat::Composed);
    const auto subject =
        render(t.subject.isEmpty() ? u"{{request.subject}}"_s : t.subject, fields, paragraphs, ReplyFormat::Plain);
    Dispatch d;
    d.id = m_request.id;
    d.channel = t.channel == ReplyChannel::None ? ReplyChannel::Email : t.channel;
    const QStringList envelope = addressLines(m_citizen);
    d.name = envelope.value(0);
    d.lines = QJsonArray::fromStringList(envelope.mid(1));
    d.to = isPlain ? m_citizen.phone : m_citizen.email;
    d.subject = subject ? subject->text : QString();
    d.text = text ? text->text : QString();
    m_about->setText(tr("As request %1 would be answered with it:").arg(m_request.number));
    m_paper->show(d, d.channel == ReplyChannel::Letter ? letterOf(d, m_request, m_controller.today(), m_town.calendar(), lookup)
                                                       : Letter());
    Q_EMIT effectChanged(text ? faultText(text->faults) : QString());
}

} // namespace parvis

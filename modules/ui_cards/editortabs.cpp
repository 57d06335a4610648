#include "ui_cards/editorpane.h"

#include "ui_cards/cardwords.h"
#include "ui_cards/contentform.h"
#include "ui_cards/formeditor.h"
#include "ui_cards/pagearea.h"
#include "ui_cards/replyeditor.h"
#include "ui_common/action.h"
#include "ui_common/circuiteditor.h"
#include "ui_common/completerfield.h"
#include "ui_common/richtextview.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

// The tabs of EditorPane: which field stands where.

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

using Content = CardContent;

constexpr int mostDays = 400;
constexpr int mostMonths = 600;
constexpr int offeredCards = 8;

using Named = QList<std::pair<Id, QString>>;

Named sorted(Named all)
{
    std::sort(all.begin(), all.end(),
              [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.second, b.second) < 0; });
    return all;
}

//! "Voirie › Trottoirs"
QString themePath(const ReferenceData &town, const Theme &theme)
{
    const Theme *above = town.theme(theme.parent);
    return above && above->id != theme.id ? above->name + u" › "_s + theme.name : theme.name;
}

QFormLayout *formIn(PageArea *page)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::gap);
    form->setVerticalSpacing(space::gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    page->column()->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    page->column()->addLayout(form);
    page->column()->addStretch();
    return form;
}

} // namespace

void EditorPane::addTab(QWidget *page, const QString &title, const QList<CardGap> &gaps)
{
    m_tabs->addTab(page, title);
    m_tabGaps.append(gaps);
}

QWidget *EditorPane::makeWords()
{
    auto *page = new PageArea;
    QFormLayout *form = formIn(page);
    m_first = m_form->line(form, tr("Title"), &Content::title, CardGap::Title);
    m_first->setObjectName(u"card.title"_s);
    m_form->text(form, tr("Summary"), &Content::summary, 2);
    m_form->choice(
        form, tr("Theme"), &Content::theme,
        [this] {
            Named all;
            for (const Theme &theme : m_town.themes())
                all.append({theme.id, themePath(m_town, theme)});
            return sorted(all);
        },
        CardGap::Theme);
    m_form->words(form, tr("Keywords, a line each"), &Content::keywords, 3);
    m_form->words(form, tr("Citizens' words, a line each"), &Content::citizenWords, 3);
    m_form->line(form, tr("For whom"), &Content::audience);
    m_code = new QLineEdit;
    m_codeLabel = addField(form, tr("Code"), m_code);
    return page;
}

QWidget *EditorPane::makeScript()
{
    auto *page = new QWidget;
    auto *left = new PageArea;
    QFormLayout *form = formIn(left);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(space::unit);
    m_form->text(form, tr("Ask"), &Content::ask, 5, CardGap::Ask)->setObjectName(u"card.ask"_s);
    m_form->text(form, tr("Say"), &Content::say, 5, CardGap::Say)->setObjectName(u"card.say"_s);
    m_form->text(form, tr("Do"), &Content::steps, 5);
    form->addRow(secondaryLabel(tr("- item · 1. step · **strong** · [link](https://…) · | a | table |")));
    m_preview = new RichTextView;
    m_preview->setAccessibleName(tr("As the Desk will show it"));
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->addWidget(sectionLabel(tr("As the Desk will show it")));
    column->addWidget(m_preview, 1);
    auto *line = new QHBoxLayout(page);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(left, 1);
    line->addWidget(right, 1);
    return page;
}

QWidget *EditorPane::makePractical()
{
    auto *page = new PageArea;
    QFormLayout *form = formIn(page);
    m_form->lines(form, tr("Documents needed, a line each"), &Content::documents, 4);
    m_form->line(form, tr("Price"), &Content::price);
    m_form->line(form, tr("Where"), &Content::location);
    m_form->lines(form, tr("Legal references, a line each"), &Content::law, 3);
    m_form->tokens(form, tr("Silence of the town"), &Content::silence,
                   {word(Silence::Unsaid), word(Silence::Acceptance), word(Silence::Rejection)});
    return page;
}

QWidget *EditorPane::makeRouting()
{
    auto *page = new PageArea;
    QFormLayout *form = formIn(page);
    m_form->choice(
        form, tr("Service"), &Content::service,
        [this] {
            Named all;
            for (const Unit &unit : m_town.units()) {
                const bool isOwn = mayWriteCards(m_controller.actor(), unit.id) || unit.id == m_controller.edited().service;
                if (unit.level == UnitLevel::Service && isOwn)
                    all.append({unit.id, unit.name});
            }
            return sorted(all);
        },
        CardGap::Service);
    m_form->choice(form, tr("Referent"), &Content::referent, [this] {
        Named all;
        for (const User &user : m_town.users()) {
            if (!user.disabled)
                all.append({user.id, user.name});
        }
        return sorted(all);
    });
    m_form->tokens(form, tr("Kind of question"), &Content::complexity, {word(CardKind::Simple), word(CardKind::Complex)});
    m_form->number(form, tr("Delay in working days"), &Content::delayDays, mostDays, tr("2 or 10, by the kind of question"));
    m_form->check(form, tr("Needs a place"), &Content::needsPlace);
    m_form->check(form, tr("Confidential"), &Content::confidential);
    addDistricts(form);
    return page;
}

//! Where a service shares its work by district: one choice for each.
void EditorPane::addDistricts(QFormLayout *layout)
{
    auto *area = new QWidget;
    auto *form = new QFormLayout(area);
    form->setContentsMargins(0, 0, 0, 0);
    layout->addRow(sectionLabel(tr("Another service by district")));
    layout->addRow(area);
    const auto combos = std::make_shared<QList<std::pair<Id, QComboBox *>>>();
    const auto fill = [this, form, combos](const Content &content) {
        if (combos->size() != m_town.districts().size()) {
            while (form->rowCount() > 0)
                form->removeRow(0);
            combos->clear();
            Named units;
            for (const Unit &unit : m_town.units()) {
                if (unit.level == UnitLevel::Service)
                    units.append({unit.id, unit.name});
            }
            units = sorted(units);
            for (const District &district : m_town.districts()) {
                auto *combo = new QComboBox;
                combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
                combo->addItem(tr("as everywhere"), Id());
                for (const auto &[id, name] : std::as_const(units))
                    combo->addItem(name, id);
                addField(form, district.name, combo);
                combos->append({district.id, combo});
                connect(combo, &QComboBox::currentIndexChanged, m_form, &ContentForm::tellEdited);
            }
        }
        for (const auto &[district, combo] : std::as_const(*combos)) {
            const Id service = idFromText(content.serviceByDistrict.value(idText(district)).toString()).value_or(Id());
            combo->setCurrentIndex(std::max(0, combo->findData(service)));
        }
    };
    m_form->tie(fill, [combos](Content &content) {
        for (const auto &[district, combo] : std::as_const(*combos)) {
            const Id service = combo->currentData().toUuid();
            if (service.isNull())
                content.serviceByDistrict.remove(idText(district));
            else
                content.serviceByDistrict.insert(idText(district), idText(service));
        }
    });
}

QWidget *EditorPane::makeForm()
{
    auto *page = new PageArea;
    m_fields = new FormEditor(m_today);
    page->column()->addWidget(m_fields, 1);
    m_form->tie([this](const Content &content) { m_fields->setForm(content.form); },
                [this](Content &content) { content.form = m_fields->form(); });
    connect(m_fields, &FormEditor::edited, m_form, &ContentForm::tellEdited);
    return page;
}

QWidget *EditorPane::makeReply()
{
    auto *page = new PageArea;
    QFormLayout *form = formIn(page);
    m_form->text(form, tr("Acknowledgement"), &Content::acknowledgement, 3);
    auto *templates = new TemplatesEditor;
    form->addRow(sectionLabel(tr("Reply templates")));
    form->addRow(templates);
    m_form->tie([templates](const Content &content) { templates->setTemplates(content.replyTemplates); },
                [templates](Content &content) { content.replyTemplates = templates->templates(); });
    connect(templates, &TemplatesEditor::edited, m_form, &ContentForm::tellEdited);
    auto *circuit = new CircuitEditor(m_town);
    form->addRow(sectionLabel(tr("Who approves replies, in order")));
    form->addRow(circuit);
    m_form->tie([circuit](const Content &content) { circuit->setCircuit(content.replyCircuit, content.service); },
                [circuit](Content &content) { content.replyCircuit = circuit->circuit(); });
    connect(circuit, &CircuitEditor::edited, m_form, &ContentForm::tellEdited);
    m_form->number(form, tr("Requests are kept for (months)"), &Content::retentionMonths, mostMonths,
                   tr("as the town's rule says"));
    return page;
}

QWidget *EditorPane::makeLife()
{
    auto *page = new PageArea;
    QFormLayout *form = formIn(page);
    m_form->day(form, tr("Valid from"), &Content::validFrom, m_today);
    m_form->day(form, tr("Valid until"), &Content::validUntil, m_today, CardGap::Dates);
    m_form->number(form, tr("Reviewed every (months)"), &Content::reviewMonths, mostMonths, tr("never"));
    addSeeAlso(form);
    return page;
}

//! Other cards by name; Delete takes one out.
void EditorPane::addSeeAlso(QFormLayout *layout)
{
    auto *find = new CompleterField;
    find->setPlaceholderText(tr("Words of another card"));
    find->lineEdit()->setAccessibleName(tr("See also"));
    addField(layout, tr("See also"), find);
    auto *list = new QListWidget;
    list->setAccessibleName(tr("Cards to see also"));
    list->setMinimumHeight(rowHeight(list) * 3);
    layout->addRow(QString(), list);
    const QAction *remove =
        makeAction(list, {u"cards.linkRemove"_s, tr("Remove the link"), {QKeySequence::Delete}, u"trash-2"_s, {}});
    const auto put = [this, list](const Id &id) {
        auto *item = new QListWidgetItem(m_town.cardTitle(id), list);
        item->setData(Qt::UserRole, id);
    };
    const auto ids = [list] {
        IdSet all;
        for (int i = 0; i < list->count(); ++i)
            all.insert(list->item(i)->data(Qt::UserRole).toUuid());
        return all;
    };
    connect(find, &CompleterField::edited, this, [this, find](const QString &words) {
        QList<Suggestion> suggestions;
        for (const CardHit &hit : m_town.cardIndex().search(words, offeredCards)) {
            const Card *card = m_town.card(hit.card);
            if (card && card->id != m_controller.edited().card)
                suggestions.append({card->title, m_town.unitName(card->service), {}, {}, card->id});
        }
        find->setSuggestions(words, suggestions);
    });
    connect(find, &CompleterField::accepted, this, [this, find, put, ids](const Suggestion &suggestion) {
        const Id id = suggestion.value.toUuid();
        find->setText({});
        if (ids().contains(id))
            return;
        put(id);
        m_form->tellEdited();
    });
    connect(remove, &QAction::triggered, this, [this, list] {
        delete list->takeItem(list->currentRow());
        m_form->tellEdited();
    });
    m_form->tie(
        [list, put, ids](const Content &content) {
            if (ids() == content.seeAlso)
                return;
            list->clear();
            for (const Id &id : content.seeAlso)
                put(id);
        },
        [ids](Content &content) { content.seeAlso = ids(); });
}

} // namespace parvis

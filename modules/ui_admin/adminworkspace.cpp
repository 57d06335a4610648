#include "ui_admin/adminworkspace.h"

#include "ui_admin/adminwords.h"
#include "ui_admin/policyfield.h"
#include "ui_admin/rangesfield.h"
#include "ui_admin/recordform.h"
#include "ui_admin/ruletrial.h"
#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr std::array kinds{Kind::RoutingRule, Kind::Unit, Kind::User, Kind::Calendar};
constexpr qsizetype historyLines = 12;

} // namespace

AdminWorkspace::AdminWorkspace(AdminController &controller, const ReferenceData &town, Navigator &navigator, QWidget *parent)
    : Workspace(parent), m_controller(controller), m_town(town), m_navigator(navigator)
{
    makeActions();
    auto *split = new SplitView(u"admin"_s, Qt::Horizontal);
    split->addWidget(makeListColumn());
    split->addWidget(makeFormColumn());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 4);
    split->setFirstSizes({380, 860});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    column->addWidget(split);
    connect(&m_controller, &AdminController::opened, this, &AdminWorkspace::showRecord);
    connect(&m_controller, &AdminController::saved, this, &AdminWorkspace::tellSaved);
    connect(&m_controller, &AdminController::failed, this, [this](const Error &error) { m_error->say(error); });
    connect(&m_controller, &AdminController::effectKnown, this, &AdminWorkspace::showEffect);
    connect(&m_town, &ReferenceData::changed, this, &AdminWorkspace::showList);
    showSection();
}

void AdminWorkspace::makeActions()
{
    m_save = makeAction(this, {u"admin.save"_s, tr("Save"), {QKeySequence::Save}, u"save"_s, {}});
    connect(m_save, &QAction::triggered, this, &AdminWorkspace::save);
    m_revert = makeAction(
        this,
        {u"admin.revert"_s, tr("Leave as it was"), {Qt::CTRL | Qt::Key_Backspace}, u"rotate-ccw"_s, tr("Drops what was typed.")});
    connect(m_revert, &QAction::triggered, &m_controller, &AdminController::revert);
    m_new = makeAction(this, {u"admin.new"_s, tr("New rule"), {QKeySequence::New}, u"plus"_s, {}});
    connect(m_new, &QAction::triggered, this, &AdminWorkspace::add);
    const QAction *find = makeAction(this, {u"admin.find"_s, tr("Find in the list"), {QKeySequence::Find}, u"search"_s, {}});
    connect(find, &QAction::triggered, this, [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    const QAction *trial = makeAction(this, {u"admin.try"_s,
                                             tr("Try a request"),
                                             {Qt::CTRL | Qt::Key_T},
                                             u"route"_s,
                                             tr("Shows where a request would go, and why.")});
    connect(trial, &QAction::triggered, this, [this] {
        m_tabs->setCurrentIndex(0);
        if (m_list->count() == 0 && m_controller.id().isNull())
            add(); // without a rule, too, one may ask
        m_right->setCurrentIndex(1);
        m_trial->words()->setFocus();
        m_scroll->ensureWidgetVisible(m_trial);
    });
    const std::array titles{tr("Routing"), tr("Services"), tr("Agents"), tr("Calendar")};
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const QAction *show = makeAction(this, {u"admin.section%1"_s.arg(i + 1),
                                                tr("Administration: %1").arg(titles[i]),
                                                {QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i)))},
                                                u"list"_s,
                                                {}});
        connect(show, &QAction::triggered, this, [this, i] { m_tabs->setCurrentIndex(int(i)); });
    }
}

QWidget *AdminWorkspace::makeListColumn()
{
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Sections"));
    for (const QString &name : {tr("Routing"), tr("Services"), tr("Agents"), tr("Calendar")})
        m_tabs->addTab(name);
    m_find = new QLineEdit;
    m_find->setClearButtonEnabled(true);
    m_find->setPlaceholderText(tr("Name"));
    m_find->setAccessibleName(tr("Find in the list"));
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Records"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_tabs);
    column->addWidget(m_find);
    column->addWidget(m_list, 1);
    auto *line = new QHBoxLayout;
    line->addWidget(new ActionButton(m_new));
    line->addStretch();
    column->addLayout(line);
    connect(m_tabs, &QTabBar::currentChanged, this, &AdminWorkspace::showSection);
    connect(m_find, &QLineEdit::textChanged, this, &AdminWorkspace::showList);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
    connect(m_list, &QListWidget::currentItemChanged, this, &AdminWorkspace::choose);
    connect(m_list, &QListWidget::itemActivated, this, [this] { form()->focusFirst(); });
    return whole;
}

QWidget *AdminWorkspace::makeFormColumn()
{
    m_heading = headingLabel({});
    m_heading->setWordWrap(true);
    m_forms = new QStackedWidget;
    for (RecordForm *each : {makeRuleForm(), makeServiceForm(), makeAgentForm(), makeCalendarForm()}) {
        m_forms->addWidget(each);
        connect(each, &RecordForm::edited, this, &AdminWorkspace::formEdited);
    }
    m_effect = new QLabel;
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setWordWrap(true);
    m_effect->setObjectName(u"effect"_s);
    setTextRole(m_effect, TextRole::Strong);
    m_trial = new RuleTrial(m_controller, m_town);
    connect(
        m_trial, &RuleTrial::shown, this,
        [this] {
            if (m_trial->isAncestorOf(QApplication::focusWidget()))
                m_scroll->ensureWidgetVisible(m_trial);
        },
        Qt::QueuedConnection); // once the path has its height
    m_history = secondaryLabel({});
    m_history->setObjectName(u"history"_s);
    m_error = new InlineError;

    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, space::gap, 0);
    inner->setSpacing(space::group);
    inner->addWidget(m_heading);
    inner->addWidget(m_forms);
    inner->addWidget(m_trial);
    inner->addWidget(horizontalLine());
    inner->addWidget(m_history);
    inner->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::group, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_effect);
    column->addWidget(m_error);
    auto *line = new QHBoxLayout;
    auto *saving = new ActionButton(m_save);
    saving->setPrimary(true);
    line->addWidget(saving);
    line->addWidget(new ActionButton(m_revert));
    line->addStretch();
    column->addLayout(line);
    m_right = new QStackedWidget;
    m_right->addWidget(
        new EmptyState(u"settings"_s, tr("Nothing chosen"), tr("Choose a record in the list with the arrow keys.")));
    m_right->addWidget(page);
    return m_right;
}

RecordForm *AdminWorkspace::makeRuleForm()
{
    auto *form = new RecordForm(m_town);
    QList<std::pair<QString, QString>> channels;
    for (std::size_t i = 0; i < Tokens<Channel>::words.size(); ++i)
        channels.append({QString(Tokens<Channel>::words[i]), word(Channel(i))});
    form->addText(u"name"_s, tr("&Name:"), tr("What the rule is for"));
    form->addOne(u"service"_s, tr("&To the service:"), Target::Service);
    form->addOne(u"referent"_s, tr("And to:"), Target::User);
    form->addWords(u"words"_s, tr("If &words are said:"), tr("one of these, between commas"));
    form->addChoices(u"channels"_s, tr("If it came by:"), channels);
    form->addMany(u"themes"_s, tr("If of the theme:"), Target::Theme);
    form->addMany(u"districts"_s, tr("If in the district:"), Target::District);
    form->addMany(u"cards"_s, tr("If of the card:"), Target::Card);
    form->addFlag(u"confidential"_s, tr("Only confidential requests"));
    form->addFlag(u"over_card"_s, tr("Also where the card names a service"));
    form->addFlag(u"disabled"_s, tr("Out of use"));
    return form;
}

RecordForm *AdminWorkspace::makeServiceForm()
{
    auto *form = new RecordForm(m_town);
    form->addText(u"name"_s, tr("&Name:"));
    form->addText(u"short_name"_s, tr("Short name:"));
    form->addText(u"phone"_s, tr("Phone:"));
    form->addText(u"email"_s, tr("E-mail:"));
    form->addOne(u"head"_s, tr("In &charge:"), Target::User);
    form->addChoice(u"assignment"_s, tr("&Assigns:"),
                    {{token(Assignment::ByDistrict), tr("to the referent of the district")},
                     {token(Assignment::Balanced), tr("to the referent with the fewest open cases")},
                     {token(Assignment::Manual), tr("by its head, case by case")}});
    m_policy = new PolicyField;
    connect(m_policy, &PolicyField::edited, form, &RecordForm::touch);
    form->addCustom(
        u"policy"_s, tr("&Reminders:"), m_policy, [this](const QJsonValue &value) { m_policy->setPolicy(value.toObject()); },
        [this] { return QJsonValue(m_policy->policy()); });
    form->addFlag(u"closed"_s, tr("Closed: takes nothing any more"));
    form->addOne(u"successor"_s, tr("Its cases go to:"), Target::Service);
    return form;
}

RecordForm *AdminWorkspace::makeAgentForm()
{
    auto *form = new RecordForm(m_town);
    QList<std::pair<QString, QString>> roles;
    for (std::size_t i = 0; i < Tokens<Role>::words.size(); ++i)
        roles.append({QString(Tokens<Role>::words[i]), word(Role(i))});
    form->addText(u"name"_s, tr("&Name:"));
    form->addChoices(u"roles"_s, tr("&Roles:"), roles);
    form->addMany(u"services"_s, tr("&Services:"), Target::Service);
    form->addFlag(u"cleared"_s, tr("Sees confidential requests of these services"));
    form->addFlag(u"absent"_s, tr("Absent now"));
    m_absences = new RangesField(false);
    connect(m_absences, &RangesField::edited, form, &RecordForm::touch);
    form->addCustom(
        u"absences"_s, tr("&Absences:"), m_absences, [this](const QJsonValue &value) { m_absences->setRanges(value.toArray()); },
        [this] { return QJsonValue(m_absences->ranges()); });
    form->addMany(u"stands_for"_s, tr("Stands &for:"), Target::User);
    form->addFlag(u"disabled"_s, tr("May not sign in any more"));
    return form;
}

RecordForm *AdminWorkspace::makeCalendarForm()
{
    auto *form = new RecordForm(m_town);
    m_closures = new RangesField(true);
    connect(m_closures, &RangesField::edited, form, &RecordForm::touch);
    form->addCustom(
        u"closures"_s, tr("&Closures:"), m_closures, [this](const QJsonValue &value) { m_closures->setRanges(value.toArray()); },
        [this] { return QJsonValue(m_closures->ranges()); });
    form->addFlag(u"alsace_moselle"_s, tr("Good Friday and 26 December are holidays (Alsace-Moselle)"));
    return form;
}

Kind AdminWorkspace::kindShown() const
{
    return kinds[std::size_t(std::clamp(m_tabs->currentIndex(), 0, int(kinds.size()) - 1))];
}

RecordForm *AdminWorkspace::form() const
{
    return static_cast<RecordForm *>(m_forms->currentWidget());
}

QList<AdminWorkspace::Item> AdminWorkspace::items() const
{
    QList<Item> list;
    switch (kindShown()) {
    case Kind::RoutingRule:
        for (const RoutingRule &rule : m_town.rules())
            list.append({rule.id, rule.name, rule.disabled ? tr("out of use") : m_town.unitName(rule.service)});
        break;
    case Kind::Unit:
        for (const Unit &unit : m_town.units())
            list.append({unit.id, unit.name, unit.closed ? tr("closed") : m_town.userName(unit.head)});
        break;
    case Kind::User:
        for (const User &user : m_town.users()) {
            const QString state = user.disabled ? tr("left") : isAbsent(user, m_controller.today()) ? tr("absent") : QString();
            const QString service = user.services.empty() ? QString() : m_town.unitName(*user.services.begin());
            list.append({user.id, user.name, state.isEmpty() ? service : state});
        }
        break;
    default: list.append({m_town.calendarId(), tr("The town's calendar"), {}});
    }
    if (kindShown() != Kind::RoutingRule) // rules stand in the order in which they are looked at
        std::sort(list.begin(), list.end(), [](const Item &a, const Item &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return list;
}

void AdminWorkspace::showSection()
{
    m_forms->setCurrentIndex(m_tabs->currentIndex());
    // A stack is as tall as its tallest page: the others must not count.
    for (int i = 0; i < m_forms->count(); ++i)
        m_forms->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          i == m_forms->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_trial->setVisible(kindShown() == Kind::RoutingRule);
    m_new->setEnabled(kindShown() == Kind::RoutingRule);
    m_isNew = false;
    m_controller.open(kindShown(), {});
    m_right->setCurrentIndex(0);
    const QSignalBlocker quiet(m_find);
    m_find->clear();
    showList();
    if (isVisible())
        m_list->setFocus();
}

void AdminWorkspace::showList()
{
    const Id chosen = m_controller.kind() == kindShown() ? m_controller.id() : Id();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        const QList<Item> all = items();
        for (const Item &item : all) {
            if (!item.name.contains(m_find->text().trimmed(), Qt::CaseInsensitive))
                continue;
            auto *row = new QListWidgetItem(item.detail.isEmpty() ? item.name : item.name + u" · "_s + item.detail, m_list);
            row->setData(Qt::UserRole, idText(item.id));
            row->setToolTip(row->text());
            if (item.id == chosen)
                m_list->setCurrentItem(row);
        }
    }
    if (chosen.isNull() && m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void AdminWorkspace::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    const Id id = item ? idFromText(item->data(Qt::UserRole).toString()).value_or(Id()) : Id();
    if (id.isNull())
        return;
    m_isNew = false;
    m_controller.open(kindShown(), id);
}

void AdminWorkspace::add()
{
    if (kindShown() != Kind::RoutingRule || !m_controller.mayEdit())
        return;
    m_isNew = true;
    m_list->setCurrentRow(-1);
    m_controller.open(Kind::RoutingRule, m_controller.newId());
}

void AdminWorkspace::showRecord(const QJsonObject &document, const QJsonObject &edited, const QList<Change> &history)
{
    const bool isOther = m_right->currentIndex() == 0 || form()->property("record").toString() != idText(m_controller.id());
    form()->setProperty("record", idText(m_controller.id()));
    m_document = document;
    m_error->clear();
    m_right->setCurrentIndex(1);
    if (m_controller.kind() == Kind::Unit) {
        const auto unit = fromDocument<Unit>(m_controller.id(), document);
        const Lookup lookup = [this](Kind, const Id &id) -> std::optional<QJsonObject> {
            const Unit *found = m_town.unit(id);
            return found ? std::optional(toDocument(*found)) : std::nullopt;
        };
        m_policy->setInherited(policyFor(unit.parent, lookup));
    }
    for (RangesField *field : {m_absences, m_closures})
        field->setToday(m_controller.today());
    // A new document keeps the focus; the same one, changed elsewhere, must not take away what is being typed.
    if (isOther || form()->document() != edited)
        form()->setDocument(edited);
    form()->setEditable(m_controller.mayEdit());
    QStringList lines;
    for (const Change &change : history.mid(0, historyLines))
        lines.append(historyLine(m_controller.kind(), change, m_town, m_controller.today()));
    m_history->setText(lines.isEmpty() ? tr("No change yet.") : tr("History:") + u'\n' + lines.join(u'\n'));
    m_effect->clear();
    formEdited();
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
    if (m_isNew && isOther)
        form()->focusFirst();
}

QString AdminWorkspace::nameShown() const
{
    const QString name = form()->document().value("name"_L1).toString();
    if (kindShown() == Kind::Calendar)
        return tr("The town's calendar");
    return name.isEmpty() && kindShown() == Kind::RoutingRule ? tr("New rule") : name;
}

bool AdminWorkspace::isGood() const
{
    if (!m_controller.mayEdit())
        return false;
    const QJsonObject edited = form()->document();
    switch (kindShown()) {
    case Kind::RoutingRule:
        return !edited.value("name"_L1).toString().trimmed().isEmpty() && !edited.value("service"_L1).toString().isEmpty();
    case Kind::Unit: return !edited.value("name"_L1).toString().trimmed().isEmpty() && m_policy->isGood();
    case Kind::User: return !edited.value("name"_L1).toString().trimmed().isEmpty() && m_absences->isGood();
    default: return m_closures->isGood();
    }
}

void AdminWorkspace::formEdited()
{
    if (m_controller.id().isNull())
        return;
    const QJsonObject edited = form()->document();
    const bool isChanged = edited != m_document;
    m_heading->setText(nameShown());
    m_save->setEnabled(isChanged && isGood());
    m_revert->setEnabled(isChanged);
    m_controller.keep(edited);
    askEffect();
}

void AdminWorkspace::askEffect()
{
    const QJsonObject edited = form()->document();
    if (kindShown() == Kind::RoutingRule) {
        const auto rule = fromDocument<RoutingRule>(m_controller.id(), edited);
        m_trial->setRule(rule);
        m_controller.askRoutingEffect(rule);
    } else if (kindShown() == Kind::Unit) {
        m_controller.askPolicyEffect(m_controller.id(), m_policy->effective());
    } else if (kindShown() == Kind::Calendar) {
        const WorkingCalendar after(fromDocument<Calendar>(m_controller.id(), edited));
        const Instant now = after.startOfDay(m_controller.today());
        constexpr int research = 10;
        m_effect->setText(tr("A question that needs research, asked today, is answered before %1.")
                              .arg(longDay(after.dueDate(now, research).day)));
    } else {
        m_effect->clear();
    }
}

void AdminWorkspace::showEffect(const AdminEffect &effect)
{
    if (kindShown() == Kind::RoutingRule) {
        const QString of = effect.examples.isEmpty() ? QString() : u" ("_s + effect.examples.join(u" ; "_s) + u')';
        m_effect->setText(tr("Of the last %1 requests, %n would go elsewhere", nullptr, effect.touched).arg(effect.looked) + of +
                          u'.');
    } else {
        m_effect->setText(tr("Of %1 open cases, %n would be reminded of by today.", nullptr, effect.touched).arg(effect.looked));
    }
}

void AdminWorkspace::save()
{
    if (!isGood())
        return;
    QJsonObject edited = form()->document();
    if (m_isNew && !edited.contains("position"_L1)) {
        int last = 0;
        for (const RoutingRule &rule : m_town.rules())
            last = std::max(last, rule.position);
        edited.insert("position"_L1, last + 1); // after all others
    }
    m_isNew = false;
    m_controller.save(edited);
}

void AdminWorkspace::tellSaved(const QList<qint64> &mutations)
{
    if (mutations.isEmpty())
        return;
    const QString name = nameShown();
    m_navigator.tellUndoable(tr("Saved: %1.").arg(name), tr("change of %1").arg(name),
                             [controller = QPointer(&m_controller), mutations] {
                                 if (controller)
                                     controller->undo(mutations);
                             });
}

void AdminWorkspace::activate(const Opening &)
{
    showList();
}

QWidget *AdminWorkspace::firstFocus()
{
    return m_list;
}

bool AdminWorkspace::stepBack()
{
    if (m_list->hasFocus())
        return false;
    m_list->setFocus();
    return true;
}

} // namespace parvis

#include "ui_shell/preferencespage.h"

#include "ui_common/widgets.h"
#include "ui_preferencesform.h"
#include "ui_shell/notifyfields.h"
#include "ui_shell/passwordform.h"
#include "ui_shell/placesourcesfields.h"

#include <QtCore/QSettings>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

const QString schemeKey = u"appearance/scheme"_s;
const QString textKey = u"appearance/textPercent"_s;
const QString rowsKey = u"appearance/rows"_s;
const QString languageKey = u"appearance/language"_s;

void select(QComboBox *box, int value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

template <typename E>
E bounded(const QVariant &value, E last)
{
    const int number = value.toInt();
    return number >= 0 && number <= int(last) ? E(number) : E{};
}

} // namespace

Preferences loadPreferences()
{
    const QSettings settings;
    Preferences p;
    p.appearance.scheme = bounded(settings.value(schemeKey), Scheme::Dark);
    p.appearance.textPercent = std::clamp(settings.value(textKey, 100).toInt(), 100, 200);
    p.appearance.rows = bounded(settings.value(rowsKey), RowHeight::Touch);
    p.language = bounded(settings.value(languageKey), Language::English);
    return p;
}

void savePreferences(const Preferences &preferences)
{
    QSettings settings;
    settings.setValue(schemeKey, int(preferences.appearance.scheme));
    settings.setValue(textKey, preferences.appearance.textPercent);
    settings.setValue(rowsKey, int(preferences.appearance.rows));
    settings.setValue(languageKey, int(preferences.language));
}

PreferencesPage::PreferencesPage(const Preferences &preferences, QWidget *parent)
    : Workspace(parent),
      m_form(std::make_unique<Ui::PreferencesForm>()),
      m_password(new PasswordForm(true)),
      m_notify(new NotifyFields(this)),
      m_places(new PlaceSourcesFields(this))
{
    auto *scroll = new QScrollArea(this); // on a small screen, or in large letters
    auto *all = new QWidget(scroll);
    auto *fields = new QWidget(all);
    m_form->setupUi(fields);
    m_form->scheme->addItem(tr("As the system"), int(Scheme::System));
    m_form->scheme->addItem(tr("Light"), int(Scheme::Light));
    m_form->scheme->addItem(tr("Dark"), int(Scheme::Dark));
    for (const int percent : {100, 110, 125, 150, 175, 200})
        m_form->text->addItem(tr("%1 %").arg(percent), percent);
    m_form->rows->addItem(tr("Compact"), int(RowHeight::Compact));
    m_form->rows->addItem(tr("High, for touch"), int(RowHeight::Touch));
    m_form->language->addItem(tr("As the system"), int(Language::System));
    // A language is called as its speakers call it.
    m_form->language->addItem(u"Français"_s, int(Language::French));
    m_form->language->addItem(u"English"_s, int(Language::English));
    setPreferences(preferences);

    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(all);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::margin);
    column->setSpacing(space::group);
    column->addWidget(headingLabel(title()));
    column->addWidget(fields, 0, Qt::AlignLeft);
    column->addWidget(secondaryLabel(tr("Every choice takes effect at once and is kept on this computer.")));
    column->addWidget(sectionLabel(tr("Notifications")));
    column->addWidget(m_notify);
    column->addWidget(
        secondaryLabel(tr("What concerns you is always in the bell (Ctrl+B). By e-mail and on the screen nothing comes in "
                          "the quiet time; what happens meanwhile comes when it is over. These choices go with you to "
                          "every desk.")));
    column->addWidget(horizontalLine());
    column->addWidget(sectionLabel(tr("Map and addresses of this computer")));
    column->addWidget(m_places);
    column->addWidget(horizontalLine());
    column->addWidget(sectionLabel(tr("Your password")));
    auto *row = new QHBoxLayout; // an alignment would forget that texts wrap
    row->addWidget(m_password, 1);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch();
    connect(m_password, &PasswordForm::wanted, this, &PreferencesPage::passwordChangeWanted);
    for (QComboBox *box : {m_form->scheme, m_form->text, m_form->rows, m_form->language})
        connect(box, &QComboBox::activated, this, [this] { Q_EMIT changed(chosen()); });
}

PreferencesPage::~PreferencesPage() = default;

void PreferencesPage::setPreferences(const Preferences &preferences)
{
    select(m_form->scheme, int(preferences.appearance.scheme));
    select(m_form->text, preferences.appearance.textPercent);
    select(m_form->rows, int(preferences.appearance.rows));
    select(m_form->language, int(preferences.language));
}

void PreferencesPage::passwordChanged()
{
    m_password->clear();
}

void PreferencesPage::passwordRefused(const Error &error)
{
    m_password->showError(error);
}

QString PreferencesPage::id() const
{
    return u"preferences"_s;
}

QString PreferencesPage::title() const
{
    return tr("Preferences");
}

QString PreferencesPage::iconName() const
{
    return u"settings"_s;
}

void PreferencesPage::activate(const Opening &opening)
{
    m_isAboutNotify = opening.text == u"notifications"_s; // from the bell
}

QWidget *PreferencesPage::firstFocus()
{
    return m_isAboutNotify ? m_notify->firstFocus() : m_form->scheme;
}

Preferences PreferencesPage::chosen() const
{
    Preferences p;
    p.appearance.scheme = Scheme(m_form->scheme->currentData().toInt());
    p.appearance.textPercent = m_form->text->currentData().toInt();
    p.appearance.rows = RowHeight(m_form->rows->currentData().toInt());
    p.language = Language(m_form->language->currentData().toInt());
    return p;
}

} // namespace parvis

#include "ui_shell/notifyfields.h"

#include "ui_common/widgets.h"
#include "ui_notifyform.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

NotifyFields::NotifyFields(QWidget *parent)
    : QWidget(parent), m_form(std::make_unique<Ui::NotifyForm>()), m_error(new InlineError(this))
{
    auto *fields = new QWidget(this);
    m_form->setupUi(fields);
    m_kinds = {m_form->assigned, m_form->reminded, m_form->escalated, m_form->mentioned};
    for (QComboBox *box : m_kinds) {
        box->addItem(tr("E-mail at once"), int(Alerts::AtOnce));
        box->addItem(tr("E-mail in the morning, together"), int(Alerts::Digest));
        box->addItem(tr("No e-mail"), int(Alerts::None));
        connect(box, &QComboBox::activated, this, &NotifyFields::choose);
    }
    for (QTimeEdit *time : {m_form->quietFrom, m_form->quietTo}) {
        time->setDisplayFormat(u"HH:mm"_s);
        time->setKeyboardTracking(false); // a time is chosen when it is whole
        connect(time, &QTimeEdit::timeChanged, this, &NotifyFields::choose);
    }
    for (QCheckBox *box : {m_form->daysOff, m_form->tray})
        connect(box, &QCheckBox::clicked, this, &NotifyFields::choose);
    m_form->email->setPlaceholderText(tr("none: the bell alone"));
    m_form->email->setMinimumWidth(fontMetrics().averageCharWidth() * 36); // NOLINT(readability-magic-numbers): an address
    connect(m_form->email, &QLineEdit::editingFinished, this, &NotifyFields::chooseEmail);
    connect(m_form->email, &QLineEdit::textEdited, m_error, &InlineError::clear);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_error); // above the address, which comes first
    column->addWidget(fields, 0, Qt::AlignLeft);
    setTabOrder(m_form->email, m_form->assigned);
    show({}, {});
}

NotifyFields::~NotifyFields() = default;

void NotifyFields::show(const NotifyPreferences &preferences, const QString &email)
{
    const QSignalBlocker from(m_form->quietFrom), to(m_form->quietTo); // one after the other is no choice
    m_shown = preferences;
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        m_kinds[i]->setCurrentIndex(m_kinds[i]->findData(int(preferences.mail[i])));
    m_form->quietFrom->setTime(preferences.quietFrom);
    m_form->quietTo->setTime(preferences.quietTo);
    m_form->daysOff->setChecked(preferences.quietDaysOff);
    m_form->tray->setChecked(preferences.tray);
    if (m_form->email->text() == m_email) // nothing is being typed
        m_form->email->setText(email);
    m_email = email;
}

QWidget *NotifyFields::firstFocus() const
{
    return m_form->email;
}

NotifyPreferences NotifyFields::preferences() const
{
    NotifyPreferences p;
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        p.mail[i] = Alerts(m_kinds[i]->currentData().toInt());
    p.quietFrom = m_form->quietFrom->time();
    p.quietTo = m_form->quietTo->time();
    p.quietDaysOff = m_form->daysOff->isChecked();
    p.tray = m_form->tray->isChecked();
    return p;
}

void NotifyFields::choose()
{
    const NotifyPreferences now = preferences();
    if (now == m_shown) // it was shown, not chosen
        return;
    m_shown = now;
    Q_EMIT chosen(now);
}

void NotifyFields::chooseEmail()
{
    const QString email = m_form->email->text().trimmed();
    if (!email.isEmpty() && !isMailAddress(email))
        return m_error->say(tr("This is no e-mail address: the one before stays."));
    m_error->clear();
    if (email != m_email)
        Q_EMIT emailChosen(email);
}

} // namespace parvis

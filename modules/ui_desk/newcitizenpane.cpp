#include "ui_desk/newcitizenpane.h"

#include "domain/phone.h"
#include "ui_common/enterkey.h"
#include "ui_common/widgets.h"
#include "ui_newcitizenpane.h"

using namespace Qt::StringLiterals;

namespace parvis {

NewCitizenPane::NewCitizenPane(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::NewCitizenPane>())
{
    m_ui->setupUi(this);
    m_ui->civility->addItems({QString(), u"Mme"_s, u"M."_s});
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label->buddy())
            label->buddy()->setAccessibleName(plainLabel(label->text()));
    }
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        connect(edit, &QLineEdit::textEdited, this, &NewCitizenPane::edited);
        onEnter(edit, [this, edit] { moveOn(edit); });
    }
    connect(m_ui->civility, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT edited();
    });
    onEnter(m_ui->civility, [this] { moveOn(m_ui->civility); });
    setFocusProxy(m_ui->lastName);
}

NewCitizenPane::~NewCitizenPane() = default;

QList<QWidget *> NewCitizenPane::fields() const
{
    return {m_ui->lastName, m_ui->firstName, m_ui->civility, m_ui->organisation, m_ui->phone, m_ui->email, m_ui->address};
}

void NewCitizenPane::setCitizen(const Citizen &citizen)
{
    m_isFilling = true;
    m_citizen = citizen;
    m_ui->lastName->setText(citizen.lastName);
    m_ui->firstName->setText(citizen.firstName);
    m_ui->civility->setCurrentText(citizen.civility);
    m_ui->organisation->setText(citizen.organisation);
    m_ui->phone->setText(phoneE164(citizen.phone) == citizen.phone ? spokenPhone(citizen.phone) : citizen.phone);
    m_ui->email->setText(citizen.email);
    m_ui->address->setText(citizen.address);
    m_isFilling = false;
}

Citizen NewCitizenPane::citizen() const
{
    Citizen citizen = m_citizen;
    citizen.lastName = m_ui->lastName->text().trimmed();
    citizen.firstName = m_ui->firstName->text().trimmed();
    citizen.civility = m_ui->civility->currentText();
    citizen.organisation = m_ui->organisation->text().trimmed();
    const QString phone = phoneE164(m_ui->phone->text());
    citizen.phone = phone.isEmpty() ? m_ui->phone->text().trimmed() : phone;
    citizen.email = m_ui->email->text().trimmed();
    citizen.address = m_ui->address->text().trimmed();
    return citizen;
}

void NewCitizenPane::focusFirstNeeded()
{
    if (m_ui->lastName->text().isEmpty() && m_ui->organisation->text().isEmpty())
        m_ui->lastName->setFocus();
    else
        Q_EMIT done();
}

void NewCitizenPane::focusPhone()
{
    m_ui->phone->setFocus();
    m_ui->phone->selectAll();
}

//! To the next empty text field: what was typed before the pane opened is already in place.
void NewCitizenPane::moveOn(QWidget *from)
{
    const QList<QWidget *> all = fields();
    for (qsizetype i = all.indexOf(from) + 1; i < all.size(); ++i) {
        auto *edit = qobject_cast<QLineEdit *>(all.at(i));
        if (edit && edit != m_ui->organisation && edit->text().isEmpty()) {
            edit->setFocus();
            return;
        }
    }
    Q_EMIT done();
}

} // namespace parvis

#include "ui_citizens/citizenfields.h"

#include "domain/phone.h"
#include "presentation/referencedata.h"
#include "ui_citizenfields.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QString phoneText(const QString &phone)
{
    return phoneE164(phone) == phone ? spokenPhone(phone) : phone;
}

//! E.164 where it can be a number, else as typed, so that nothing is lost while it is typed.
QString phoneOf(const QLineEdit *edit)
{
    const QString phone = phoneE164(edit->text());
    return phone.isEmpty() ? edit->text().trimmed() : phone;
}

void showText(QLineEdit *edit, const QString &text)
{
    if (edit->text().trimmed() != text)
        edit->setText(text);
}

void showPhone(QLineEdit *edit, const QString &phone)
{
    if (phoneOf(edit) != phone)
        edit->setText(phoneText(phone));
}

} // namespace

CitizenFields::CitizenFields(const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_town(town), m_ui(std::make_unique<Ui::CitizenFields>())
{
    m_ui->setupUi(this);
    m_ui->civility->addItems({QString(), u"Mme"_s, u"M."_s});
    m_ui->district->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // as wide as the fields beside it
    m_ui->remark->setFixedHeight(fontMetrics().lineSpacing() * 3 + 2 * space::gap);
    const QList<QLabel *> labels = findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->buddy())
            label->buddy()->setAccessibleName(plainLabel(label->text()));
    }
    const auto tellEdited = [this] {
        if (!m_isFilling)
            Q_EMIT edited();
    };
    const QList<QLineEdit *> edits = findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits)
        connect(edit, &QLineEdit::textEdited, this, tellEdited);
    for (QComboBox *combo : {m_ui->civility, m_ui->district})
        connect(combo, &QComboBox::currentIndexChanged, this, tellEdited);
    connect(m_ui->remark, &QPlainTextEdit::textChanged, this, tellEdited);
    connect(&m_town, &ReferenceData::changed, this, &CitizenFields::showDistricts);
    showDistricts();
}

CitizenFields::~CitizenFields() = default;

void CitizenFields::showDistricts()
{
    m_isFilling = true;
    m_ui->district->clear();
    m_ui->district->addItem(QString(), Id());
    for (const District &district : m_town.districts())
        m_ui->district->addItem(district.name, district.id);
    m_ui->district->setCurrentIndex(std::max(0, m_ui->district->findData(m_citizen.district)));
    m_isFilling = false;
}

void CitizenFields::setCitizen(const Citizen &citizen)
{
    m_isFilling = true;
    m_citizen = citizen;
    showText(m_ui->lastName, citizen.lastName);
    showText(m_ui->firstName, citizen.firstName);
    m_ui->civility->setCurrentIndex(std::max(0, m_ui->civility->findText(citizen.civility)));
    showText(m_ui->organisation, citizen.organisation);
    showPhone(m_ui->phone, citizen.phone);
    showPhone(m_ui->phone2, citizen.phone2);
    showText(m_ui->email, citizen.email);
    showText(m_ui->address, citizen.address);
    m_ui->district->setCurrentIndex(std::max(0, m_ui->district->findData(citizen.district)));
    if (m_ui->remark->toPlainText() != citizen.remark)
        m_ui->remark->setPlainText(citizen.remark);
    m_isFilling = false;
}

Citizen CitizenFields::citizen() const
{
    Citizen citizen = m_citizen;
    citizen.lastName = m_ui->lastName->text().trimmed();
    citizen.firstName = m_ui->firstName->text().trimmed();
    citizen.civility = m_ui->civility->currentText();
    citizen.organisation = m_ui->organisation->text().trimmed();
    citizen.phone = phoneOf(m_ui->phone);
    citizen.phone2 = phoneOf(m_ui->phone2);
    citizen.email = m_ui->email->text().trimmed();
    citizen.address = m_ui->address->text().trimmed();
    citizen.district = m_ui->district->currentData().toUuid();
    citizen.remark = m_ui->remark->toPlainText();
    return citizen;
}

bool CitizenFields::isPhoneReadable() const
{
    const Citizen now = citizen();
    return phoneE164(now.phone) == now.phone && phoneE164(now.phone2) == now.phone2;
}

void CitizenFields::focusFirst()
{
    m_ui->lastName->setFocus(Qt::ShortcutFocusReason);
}

} // namespace parvis

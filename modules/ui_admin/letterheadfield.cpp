#include "ui_admin/letterheadfield.h"

#include "ui_common/action.h"
#include "ui_common/filechoice.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtCore/QBuffer>
#include <QtCore/QJsonArray>
#include <QtGui/QAction>
#include <QtGui/QImageReader>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr QSize largestLogo(600, 300); // pixels: 45 mm at 300 dpi
constexpr int shownHeight = 48;
constexpr int shownLines = 4;

} // namespace

LetterheadField::LetterheadField(QWidget *parent)
    : QWidget(parent),
      m_lines(new QPlainTextEdit),
      m_place(new QLineEdit),
      m_court(new QLineEdit),
      m_superior(new QLineEdit),
      m_protection(new QLineEdit),
      m_picture(new QLabel),
      m_error(new InlineError)
{
    m_lines->setTabChangesFocus(true);
    m_lines->setFixedHeight(shownLines * fontMetrics().lineSpacing() + space::group);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addField(form, tr("Address, telephone …"), m_lines);
    addField(form, tr("Place of the date"), m_place);
    addField(form, tr("Administrative court"), m_court);
    addField(form, tr("Superior authority"), m_superior);
    addField(form, tr("Data protection officer"), m_protection);
    m_choose = makeAction(this, {u"admin.logo"_s, tr("Choose the logo"), {Qt::CTRL | Qt::ALT | Qt::Key_L}, u"image"_s, {}});
    m_drop = makeAction(this, {u"admin.logoDrop"_s, tr("No logo"), {}, u"x"_s, {}});
    auto *line = new QHBoxLayout;
    line->setSpacing(space::gap);
    m_picture->setAccessibleName(tr("Logo"));
    line->addWidget(m_picture);
    line->addWidget(new ActionButton(m_choose));
    line->addWidget(new ActionButton(m_drop));
    line->addStretch();
    form->addRow(tr("Logo"), line);
    form->addRow(m_error);
    for (QLineEdit *edit : {m_place, m_court, m_superior, m_protection})
        connect(edit, &QLineEdit::textEdited, this, &LetterheadField::edited);
    connect(m_lines, &QPlainTextEdit::textChanged, this, &LetterheadField::edited);
    connect(m_choose, &QAction::triggered, this, &LetterheadField::chooseLogo);
    connect(m_drop, &QAction::triggered, this, [this] {
        m_logo.clear();
        showLogo();
        Q_EMIT edited();
    });
    showLogo();
}

void LetterheadField::setLetterhead(const QJsonObject &head)
{
    const QSignalBlocker quiet(m_lines);
    QStringList lines;
    const QJsonArray all = head.value("lines"_L1).toArray();
    for (const QJsonValue &each : all)
        lines.append(each.toString());
    m_lines->setPlainText(lines.join(u'\n'));
    m_place->setText(head.value("place"_L1).toString());
    m_court->setText(head.value("court"_L1).toString());
    m_superior->setText(head.value("superior"_L1).toString());
    m_protection->setText(head.value("data_protection"_L1).toString());
    m_logo = head.value("logo"_L1).toString();
    m_error->clear();
    showLogo();
}

QJsonObject LetterheadField::letterhead() const
{
    QJsonObject head;
    QJsonArray lines;
    const QStringList typed = m_lines->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &each : typed) {
        if (const QString trimmed = each.trimmed(); !trimmed.isEmpty())
            lines.append(trimmed);
    }
    if (!lines.isEmpty())
        head.insert(u"lines"_s, lines);
    const auto put = [&head](const QString &name, const QString &value) {
        if (!value.isEmpty())
            head.insert(name, value);
    };
    put(u"place"_s, m_place->text().trimmed());
    put(u"court"_s, m_court->text().trimmed());
    put(u"superior"_s, m_superior->text().trimmed());
    put(u"data_protection"_s, m_protection->text().trimmed());
    put(u"logo"_s, m_logo);
    return head;
}

void LetterheadField::chooseLogo()
{
    chooseFile(this, tr("Choose the logo"), [this](const QString &path) { takeLogo(path); });
}

void LetterheadField::takeLogo(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    if (const QSize size = reader.size(); size.width() > largestLogo.width() || size.height() > largestLogo.height())
        reader.setScaledSize(size.scaled(largestLogo, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    if (image.isNull()) {
        m_error->say(tr("This file is not a picture that can be read. The logo stays as it was; choose a PNG or JPEG file."));
        return;
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    m_logo = QString::fromLatin1(bytes.toBase64());
    m_error->clear();
    showLogo();
    Q_EMIT edited();
}

void LetterheadField::showLogo()
{
    const QImage image = QImage::fromData(QByteArray::fromBase64(m_logo.toLatin1()), "PNG");
    m_picture->setPixmap(image.isNull() ? QPixmap()
                                        : QPixmap::fromImage(image.scaledToHeight(shownHeight, Qt::SmoothTransformation)));
    m_picture->setVisible(!image.isNull());
    m_drop->setEnabled(!m_logo.isEmpty());
}

} // namespace parvis

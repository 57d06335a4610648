#include "ui_common/filefield.h"

#include "base/async.h"
#include "presentation/filekeeping.h"
#include "ui_common/filechoice.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! The one local file of \a data; empty if it holds anything else.
QString fileIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

FileField::FileField(QWidget *parent)
    : QWidget(parent),
      m_choose(new QPushButton(tr("Choose…"), this)),
      m_name(new ElidedLabel({}, this)),
      m_remove(new QToolButton(this))
{
    setAcceptDrops(true);
    m_choose->setIcon(icon(u"paperclip"_s));
    m_choose->setAutoDefault(false);
    m_remove->setIcon(icon(u"x"_s));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::TabFocus);
    m_remove->setToolTip(tr("Take the file away"));
    m_remove->setAccessibleName(m_remove->toolTip());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::gap);
    row->addWidget(m_choose);
    row->addWidget(m_name, 1);
    row->addWidget(m_remove);
    setTextRole(m_name, TextRole::Secondary);
    connect(m_choose, &QPushButton::clicked, this, &FileField::choose);
    connect(m_remove, &QToolButton::clicked, this, [this] {
        setValue({});
        m_choose->setFocus();
        Q_EMIT edited({});
    });
    setValue({});
}

void FileField::setValue(const QJsonValue &value)
{
    ++m_reading;
    m_value = value;
    show(value, isEmptyValue(value) ? tr("or drop it here") : valueWord(value, FormFieldType::File));
}

void FileField::show(const QJsonValue &value, const QString &text)
{
    m_name->setText(text);
    m_name->setToolTip(text);
    m_choose->setAccessibleDescription(text);
    m_remove->setVisible(!isEmptyValue(value));
}

void FileField::choose()
{
    chooseFile(this, tr("A file for the request"), [this](const QString &path) { take(path); });
}

void FileField::take(const QString &path)
{
    const int reading = ++m_reading;
    const QString name = QFileInfo(path).fileName();
    show(name, tr("%1 is being read…").arg(name));
    Q_EMIT edited(QJsonObject{{u"name"_s, name}});
    whenReady(m_keeper ? m_keeper(path) : referenceTo(path), this,
              [this, reading, name, before = m_value](const Result<FileReference> &file) {
                  if (reading != m_reading)
                      return;
                  setValue(file ? QJsonValue(toJson(file.value())) : before);
                  Q_EMIT edited(m_value);
                  if (file)
                      announce(m_choose, m_name->text());
                  else
                      Q_EMIT refused(whyNoFile(name, file.error()));
              });
}

void FileField::dragEnterEvent(QDragEnterEvent *event)
{
    if (!fileIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void FileField::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(fileIn(event->mimeData()));
}

} // namespace parvis

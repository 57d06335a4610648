#include "ui_requests/missingdocuments.h"

#include "ui_common/enterkey.h"
#include "ui_common/theme.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace parvis {

static constexpr int mostRows = 5;

MissingDocuments::MissingDocuments(QWidget *parent) : QWidget(parent), m_list(new QListWidget), m_other(new QLineEdit)
{
    m_list->setAccessibleName(tr("Missing documents"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setTabKeyNavigation(false);
    m_other->setAccessibleName(tr("Another missing document"));
    m_other->setPlaceholderText(tr("Another missing document; Enter adds it"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_list);
    column->addWidget(m_other);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &MissingDocuments::changed);
    onEnter(m_other, [this] { addTyped(); });
}

void MissingDocuments::offer(const QStringList &known, const QStringList &missing)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QString &document : known)
        add(document, missing.contains(document));
    for (const QString &document : missing) {
        if (!known.contains(document))
            add(document, true);
    }
    m_list->setCurrentRow(0);
    m_other->clear();
    setHeight();
}

QStringList MissingDocuments::missing() const
{
    QStringList documents;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            documents.append(m_list->item(i)->text());
    }
    // What was typed and not yet confirmed counts: nobody types it for nothing.
    if (const QString typed = m_other->text().trimmed(); !typed.isEmpty() && !documents.contains(typed))
        documents.append(typed);
    return documents;
}

void MissingDocuments::add(const QString &document, bool isMissing)
{
    auto *item = new QListWidgetItem(document, m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isMissing ? Qt::Checked : Qt::Unchecked);
    item->setToolTip(document);
}

void MissingDocuments::addTyped()
{
    const QString typed = m_other->text().trimmed();
    if (typed.isEmpty())
        return;
    m_other->clear();
    add(typed, true);
    setHeight();
}

void MissingDocuments::setHeight()
{
    const int rows = std::clamp(m_list->count(), 1, mostRows);
    const int row = m_list->count() > 0 ? m_list->sizeHintForRow(0) : rowHeight(this);
    m_list->setFixedHeight(rows * row + 2 * m_list->frameWidth());
    m_list->setVisible(m_list->count() > 0);
    setFocusProxy(m_list->count() > 0 ? static_cast<QWidget *>(m_list) : m_other);
}

} // namespace parvis

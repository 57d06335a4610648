#include "ui_cards/remarklist.h"

#include "ui_cards/cardwords.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int mostRows = 6;

static bool isFlag(const CardRemark &remark)
{
    return remark.type == RemarkType::Wrong || remark.type == RemarkType::Incomplete;
}

bool isOpenFlag(const CardRemark &remark)
{
    return isFlag(remark) && !remark.handled;
}

ShortList::ShortList(const QString &name, QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(name);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setUniformItemSizes(true);
}

void ShortList::fit()
{
    const int rows = std::clamp(count(), 1, mostRows);
    const int height = std::max(rowHeight(this), sizeHintForRow(0));
    setFixedHeight(rows * height + 2 * frameWidth());
}

RemarkList::RemarkList(const ReferenceData &town, const QString &name, QWidget *parent) : ShortList(name, parent), m_town(town) {}

void RemarkList::setRemarks(const QList<CardRemark> &remarks, const QDate &today)
{
    clear();
    for (const CardRemark &remark : remarks) {
        QStringList parts{momentText(remark.at, m_town.calendar().zone(), today), m_town.userName(remark.author),
                          word(remark.type)};
        if (!remark.onBehalf.isNull())
            parts.append(tr("on behalf of %1").arg(m_town.userName(remark.onBehalf)));
        parts.append(remark.text);
        if (isFlag(remark) && remark.handled)
            parts.append(tr("answered"));
        parts.removeAll(QString());
        auto *item = new QListWidgetItem(parts.join(u" · "_s), this);
        item->setData(Qt::UserRole, remark.id);
        item->setToolTip(item->text());
        if (isOpenFlag(remark)) {
            QFont strong = font();
            strong.setWeight(QFont::DemiBold);
            item->setFont(strong);
        }
    }
    fit();
}

Id RemarkList::current() const
{
    return currentItem() ? currentItem()->data(Qt::UserRole).toUuid() : Id();
}

} // namespace parvis

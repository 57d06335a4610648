#pragma once

#include "presentation/referencedata.h"

#include <QtWidgets/QListWidget>

namespace parvis {

//! True for the flags of the desk that still need an answer.
bool isOpenFlag(const CardRemark &remark);

//! A list of lines that is as high as they are, up to a few.
class ShortList : public QListWidget
{
    Q_OBJECT
public:
    explicit ShortList(const QString &name, QWidget *parent = nullptr); //!< \a name for screen readers
    void fit();                                                         //!< after filling
};

//! What was said of a card or a draft: when, who, what. Flags that need an answer stand out.
class RemarkList final : public ShortList
{
    Q_OBJECT
public:
    RemarkList(const ReferenceData &town, const QString &name, QWidget *parent = nullptr);
    void setRemarks(const QList<CardRemark> &remarks, const QDate &today);
    Id current() const; //!< null: none is chosen

private:
    const ReferenceData &m_town;
};

} // namespace parvis

#pragma once

#include "presentation/noticescontroller.h"
#include "ui_common/navigator.h"

#include <QtWidgets/QToolButton>

class QMenu;

namespace parvis {

//! The bell beside the agent's name: how many things they have not seen, and a menu that opens each.
class NoticeBell final : public QToolButton
{
    Q_OBJECT
public:
    NoticeBell(NoticesController &notices, const ReferenceData &town, const Clock &clock, Navigator &navigator,
               QWidget *parent = nullptr);

    QMenu *list() const { return m_menu; }
    void open();

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;

private:
    void show();
    void fill();
    QString lineOf(const Notice &notice) const;

    NoticesController &m_notices;
    const ReferenceData &m_town;
    const Clock &m_clock;
    Navigator &m_navigator;
    QMenu *m_menu;
    QAction *m_preferences = nullptr;
};

} // namespace parvis

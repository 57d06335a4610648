#pragma once

#include "presentation/requestdetailcontroller.h"

#include <QtWidgets/QWidget>

class QLabel;
class QListWidget;

namespace parvis {

//! What the procedure card says is to do, to tick. Each tick is kept at once, seen by all who see the case, and taken back by
//! Ctrl+Z.
class ChecklistPanel final : public QWidget
{
    Q_OBJECT
public:
    //! \a scope: where its key works.
    ChecklistPanel(RequestDetailController &controller, QWidget *scope, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showList();
    void fit(); //!< as high as its lines, which wrap

    RequestDetailController &m_controller;
    QLabel *m_title;
    QListWidget *m_list;
    QAction *m_focus = nullptr;
    bool m_isShowing = false;
};

} // namespace parvis

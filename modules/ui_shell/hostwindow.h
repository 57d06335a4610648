#pragma once

#include <QtWidgets/QStackedWidget>

namespace parvis {

//! The program's one window: sign-in page or workspaces, in the same place. Remembers its size.
class HostWindow final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit HostWindow(QWidget *parent = nullptr);

    void setContent(QWidget *content); //!< takes it; the content before is deleted
    void restorePlace();

Q_SIGNALS:
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
};

} // namespace parvis

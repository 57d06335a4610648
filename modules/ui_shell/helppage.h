#pragma once

#include "ui_common/workspace.h"

class QTextBrowser;

namespace parvis {

//! The keys and the first steps, on one page in the agent's language (resources/help).
class HelpPage final : public Workspace
{
    Q_OBJECT
public:
    explicit HelpPage(QWidget *parent = nullptr);

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    void activate(const Opening &opening) override;
    QWidget *firstFocus() override;

private:
    QTextBrowser *m_text;
};

} // namespace parvis

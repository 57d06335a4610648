#pragma once

#include "ui_common/theme.h"
#include "ui_common/workspace.h"

namespace Ui {
class PreferencesForm;
}

namespace parvis {

enum class Language { System, French, English };

struct Preferences
{
    Appearance appearance;
    Language language = Language::System;

    bool operator==(const Preferences &) const = default;
};

Preferences loadPreferences();
void savePreferences(const Preferences &preferences);

//! How it looks. Every choice takes effect at once and is kept.
class PreferencesPage final : public Workspace
{
    Q_OBJECT
public:
    explicit PreferencesPage(const Preferences &preferences, QWidget *parent = nullptr);
    ~PreferencesPage() override;

    void setPreferences(const Preferences &preferences); //!< without changed()

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    void activate(const Opening &opening) override;
    QWidget *firstFocus() override;

Q_SIGNALS:
    void changed(const parvis::Preferences &preferences);

private:
    Preferences chosen() const;

    std::unique_ptr<Ui::PreferencesForm> m_form;
};

} // namespace parvis

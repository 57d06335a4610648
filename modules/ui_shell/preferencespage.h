#pragma once

#include "base/result.h"
#include "ui_common/theme.h"
#include "ui_common/workspace.h"

namespace Ui {
class PreferencesForm;
}

namespace parvis {

class NotifyFields;
class PasswordForm;
class PlaceSourcesFields;

enum class Language { System, French, English };

struct Preferences
{
    Appearance appearance;
    Language language = Language::System;

    bool operator==(const Preferences &) const = default;
};

Preferences loadPreferences();
void savePreferences(const Preferences &preferences);

//! How it looks, on this computer; where it has its map and strange addresses
//! from; how the agent is told of what concerns them, everywhere; and their own password. Every choice
//! takes effect at once and is kept.
class PreferencesPage final : public Workspace
{
    Q_OBJECT
public:
    explicit PreferencesPage(const Preferences &preferences, QWidget *parent = nullptr);
    ~PreferencesPage() override;

    void setPreferences(const Preferences &preferences); //!< without changed()
    NotifyFields &notifyFields() { return *m_notify; }
    PlaceSourcesFields &placeFields() { return *m_places; }

    void passwordChanged();                   //!< the answer to passwordChangeWanted()
    void passwordRefused(const Error &error); //!< or this

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    void activate(const Opening &opening) override;
    QWidget *firstFocus() override;

Q_SIGNALS:
    void changed(const parvis::Preferences &preferences);
    void passwordChangeWanted(const QString &old, const QString &password);

private:
    Preferences chosen() const;

    std::unique_ptr<Ui::PreferencesForm> m_form;
    PasswordForm *m_password;
    NotifyFields *m_notify;
    PlaceSourcesFields *m_places;
    bool m_isAboutNotify = false;
};

} // namespace parvis

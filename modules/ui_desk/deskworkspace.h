#pragma once

#include "presentation/contactcontroller.h"
#include "presentation/todaymodel.h"
#include "ui_common/navigator.h"
#include "ui_common/townmap.h"
#include "ui_common/workspace.h"

namespace parvis {

class ActionButton;
class CallerPane;
class ChannelBar;
class ContactForm;
class DuplicatesPane;
class SavedBar;

//! Where contacts are taken: the form, the caller, the procedure, likely duplicates, and what came in today. By keyboard alone.
class DeskWorkspace final : public Workspace
{
    Q_OBJECT
public:
    DeskWorkspace(ContactController &controller, TodayModel &today, const ReferenceData &town, const Clock &clock,
                  Navigator &navigator, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("desk"); }
    QString title() const override { return tr("Desk"); }
    QString iconName() const override { return QStringLiteral("headset"); }
    void activate(const Opening &opening) override;
    bool isReady() const override { return !m_town.cardIndex().isEmpty(); }
    QWidget *firstFocus() override;
    bool stepBack() override;

    void setMap(TownMap &map); //!< places can be picked on it from now on

private:
    void makeActions();
    QWidget *makeFormColumn(ContactForm *form);
    QWidget *makeSideColumn();
    void connectController();
    void start(Channel channel);
    void save(SaveAs how, const Id &existing = {});
    void showSaved(const SavedContact &saved);
    void parkOrResume();
    void open(const Id &request);

    ContactController &m_controller;
    TodayModel &m_today;
    const ReferenceData &m_town;
    const Clock &m_clock;
    Navigator &m_navigator;

    QAction *m_transmit = nullptr, *m_onTheSpot = nullptr, *m_park = nullptr, *m_addContact = nullptr, *m_join = nullptr,
            *m_gather = nullptr, *m_explain = nullptr;
    ChannelBar *m_channels = nullptr;
    ContactForm *m_form = nullptr;
    CallerPane *m_caller = nullptr;
    DuplicatesPane *m_duplicates = nullptr;
    SavedBar *m_saved = nullptr;
    ActionButton *m_transmitButton = nullptr;
    DraftCheck m_warned; //!< the gap that was just shown; the same key again passes it
};

} // namespace parvis

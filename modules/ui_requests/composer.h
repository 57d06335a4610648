#pragma once

#include "presentation/requestdetailcontroller.h"

#include <QtWidgets/QWidget>

class QAction;

namespace parvis {
namespace Ui {
class Composer;
}

class CompleterField;
struct Suggestion;

//! Where an agent adds to the request in sight: a note, a contact, another status, another service. One key away; what is being
//! written is kept at each key and comes back with the request.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Note, Contact, Status, Assign };

    //! \a scope: where the keys of the modes work.
    Composer(RequestDetailController &controller, const ReferenceData &town, QWidget *scope, QWidget *parent = nullptr);
    ~Composer() override;

    //! Opens it and takes the focus. \a status: the one to begin with in Mode::Status.
    void open(Mode mode, const std::optional<RequestStatus> &status = {});
    bool isOpen() const;
    bool stepBack(); //!< closes it, keeping what was written; false if it was closed

Q_SIGNALS:
    void closed();

private:
    void makeActions(QWidget *scope);
    void close();
    void showRequest();
    void showMode();
    void loadDraft();
    void keepDraft();
    void submit();
    void fillStatuses();
    bool asksForDocuments() const;
    void showMissing();
    void showReason();
    void offerReasons(const QString &typed);
    void offerServices(const QString &typed);
    void offerAssignees(const QString &typed);
    void chooseService(const Id &service);
    void showFailure(RequestAct act, const Error &error);
    RequestStatus chosenStatus() const;
    QString chosenReason() const;
    QString part(Mode mode) const;

    RequestDetailController &m_controller;
    const ReferenceData &m_town;
    std::unique_ptr<Ui::Composer> m_ui;
    std::array<QAction *, 4> m_modes{};
    QAction *m_submit = nullptr;
    Mode m_mode = Mode::Note;
    Id m_request; //!< whose words are in the fields
    Id m_service, m_assignee;
    QString m_reason; //!< token of the accepted suggestion; empty: as typed
    bool m_isLoading = false;
};

} // namespace parvis

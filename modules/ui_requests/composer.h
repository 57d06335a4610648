#pragma once

#include "presentation/requestdetailcontroller.h"

#include <QtWidgets/QWidget>

class QAction;

namespace parvis {
namespace Ui {
class Composer;
}

struct Suggestion;

//! Where an agent adds to the request in sight: a note, a contact, another status, another service, a part of it for another
//! service. One key away; what is being written is kept at each key and comes back with the request.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Note, Contact, Status, Assign, Part };

    //! \a scope: where the keys of the modes work.
    Composer(RequestDetailController &controller, const ReferenceData &town, QWidget *scope, QWidget *parent = nullptr);
    ~Composer() override;

    //! Opens it and takes the focus. \a status: the one to begin with in Mode::Status.
    void open(Mode mode, const std::optional<RequestStatus> &status = {});
    bool isOpen() const;
    QAction *partAction() const { return m_modes[std::size_t(Mode::Part)]; } //!< for the heading: the row has no room for it
    void setKeysActive(bool isActive);                                       //!< false while the keys mean several requests
    bool stepBack(); //!< closes it, keeping what was written; false if it was closed

Q_SIGNALS:
    void closed();

private:
    static constexpr std::size_t modes = 5;
    void makeActions(QWidget *scope);
    void connectFields();
    void close();
    void showRequest();
    void showMode();
    void showStep();
    void loadDraft();
    void keepDraft();
    void submit();
    void submitStatus(const QString &text);
    void submitAssign(const QString &text);
    void submitPart(const QString &text);
    RequestMoves::Step toldOfAuthority(RequestMoves::Step step) const;
    void fillStatuses();
    bool asksForDocuments() const;
    bool asksForAuthority() const;
    bool tellsCitizen() const;
    void offerReasons(const QString &typed);
    void showFailure(RequestAct act, const Error &error);
    RequestMoves::Step chosenStep() const;
    RequestStatus chosenStatus() const;
    QString chosenReason() const;
    Channel chosenChannel() const;
    QString part(Mode mode) const;

    RequestDetailController &m_controller;
    const ReferenceData &m_town;
    std::unique_ptr<Ui::Composer> m_ui;
    std::array<QAction *, modes> m_modes{};
    QAction *m_submit = nullptr;
    Mode m_mode = Mode::Note;
    Id m_request;     //!< whose words are in the fields
    QString m_reason; //!< token of the accepted suggestion; empty: as typed
    bool m_isLoading = false, m_hasKeys = true;
};

} // namespace parvis

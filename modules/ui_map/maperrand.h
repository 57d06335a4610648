#pragma once

#include "presentation/referencedata.h"
#include "ui_common/navigator.h"
#include "ui_common/townmap.h"
#include "ui_map/mappage.h"

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

class QLabel;

namespace parvis {

class ActionButton;

//! What another workspace wants of the map, as a bar above it: a place is picked, or a round is looked at. One at a time. By keys
//! alone; the bar has the focus, so that the arrows move the map.
class MapErrand final : public QFrame
{
    Q_OBJECT
public:
    //! \a scope: where the keys work.
    MapErrand(MapPage &page, const ReferenceData &town, Navigator &navigator, QWidget *scope, QWidget *parent = nullptr);

    bool isOn() const { return m_kind != Kind::None; }
    bool isPicking() const { return m_kind == Kind::Pick; }
    bool hasAction(const QAction *action) const { return m_actions.contains(const_cast<QAction *>(action)); }

    //! \a focus: what had it when the asker asked. begun() follows.
    void pick(const PlaceQuestion &question, QWidget *focus, QObject *context, std::function<void(const Place &)> taken);
    void showRound(const MapRound &round, QWidget *focus);
    void goBack(); //!< to the asker, with nothing taken
    void end();    //!< the agent is elsewhere: the map is as it was before

Q_SIGNALS:
    void begun();
    void ended();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Kind { None, Pick, Round };
    void makeActions(QWidget *scope);
    void begin(Kind kind, const QString &asker, QWidget *focus);
    void showPage();
    void showPlace();
    void showStop();
    void step(int by);
    void enter();
    void take(const Position &position);
    Place placeAt(const Position &position) const;
    QString placeText(const Place &place) const;

    MapPage &m_page;
    const ReferenceData &m_town;
    Navigator &m_navigator;
    Kind m_kind = Kind::None;
    PlaceQuestion m_question;
    QPointer<QObject> m_context;
    std::function<void(const Place &)> m_taken;
    QList<MapStop> m_stops;
    std::optional<Stop> m_from;
    int m_current = -1, m_placeless = 0;
    QString m_asker;
    QPointer<QWidget> m_focus;
    std::optional<std::pair<Position, double>> m_before; //!< middle and zoom of the map, if it was there
    QLabel *m_title, *m_where, *m_hint;
    QAction *m_enter = nullptr, *m_back = nullptr, *m_next = nullptr, *m_previous = nullptr;
    QList<QAction *> m_actions;
};

} // namespace parvis

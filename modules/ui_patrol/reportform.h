#pragma once

#include "presentation/patrolcontroller.h"

#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QLabel;

namespace parvis {

class Camera;
class KindTiles;
class MinutesField;
class PhotoStrip;
class PlaceField;
class SafetyBar;
class ServiceField;

//! What a patroller fills in on site: place, findings, safety, photos, measures, materials, time and who takes over; of an own
//! report also what it is, as tiles. Labels stand above the fields, so that a narrow screen has room for large text.
class ReportForm final : public QWidget
{
    Q_OBJECT
public:
    //! \a scope: where the keys work. \a locate: takes the position.
    ReportForm(PatrolController &controller, const ReferenceData &town, Camera &camera, QAction *locate, QWidget *scope,
               QWidget *parent = nullptr);

    MissionReport report() const;
    void setReport(const MissionReport &report); //!< without edited()
    void setOwn(bool isOwn);                     //!< with tiles
    void setReadOnly(bool isReadOnly);
    void setKinds(const QList<PatrolKind> &kinds);
    void setPlaceAction(QAction *action); //!< offered in the field of the place
    void setPlace(const Place &place);    //!< as if the agent had chosen it
    void focusFirst();                    //!< the tiles, or the findings
    void focusOn(ReportGap gap);
    bool isTyping() const; //!< the agent writes in one of its fields
    PhotoStrip &photos() { return *m_photos; }

Q_SIGNALS:
    void edited(); //!< by the agent

private:
    QPlainTextEdit *makeText(const QString &name);
    void moveOn();

    const ReferenceData &m_town;
    QLabel *m_tilesLabel;
    KindTiles *m_tiles;
    PlaceField *m_place;
    QPlainTextEdit *m_findings, *m_measures, *m_materials;
    SafetyBar *m_safety;
    MinutesField *m_minutes;
    ServiceField *m_target;
    PhotoStrip *m_photos;
    Id m_card;
    bool m_isOwn = false;
};

} // namespace parvis

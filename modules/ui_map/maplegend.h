#pragma once

#include "ui_map/mappage.h"

#include <QtWidgets/QListWidget>

class QLabel;

namespace parvis {

//! What colours and shapes mean, with counts; a kind that is unticked is not on the map. Below it, what the steps of a cut, the
//! heat or a hot spot say.
class MapLegend final : public QWidget
{
    Q_OBJECT
public:
    MapLegend(MapController &map, const ReferenceData &town, const MapPage &page, QWidget *parent = nullptr);
    void renew();
    QListWidget &list() { return *m_kinds; }
    QString explanation() const; //!< all of it as text

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showSteps();
    void fitTexts();
    int rowHeightOf(int symbolSide) const;

    MapController &m_map;
    const ReferenceData &m_town;
    const MapPage &m_page;
    QListWidget *m_kinds;
    QLabel *m_steps, *m_hot;
};

} // namespace parvis

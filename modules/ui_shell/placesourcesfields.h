#pragma once

#include "ui_shell/placesources.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace parvis {

class InlineError;

//! The ground of the map, and whether addresses are asked for online; chosen by administrators, seen by all. What is chosen is
//! told at once, a text when its field is left; a choice that still lacks its file or its address is not told.
class PlaceSourcesFields final : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceSourcesFields(QWidget *parent = nullptr);

    void show(const PlaceSources &sources); //!< without a signal
    using QWidget::show;
    void setMayChoose(bool may);
    void sayError(const QString &sentence); //!< of what was chosen; empty: all is well
    QWidget *firstFocus() const;

Q_SIGNALS:
    void chosen(const parvis::PlaceSources &sources);

private:
    PlaceSources sources() const;
    void choose();
    void chooseArchive();
    void showRows();

    QFormLayout *m_rows;
    QComboBox *m_ground;
    QLineEdit *m_archive, *m_tiles, *m_attribution, *m_geocoder;
    QWidget *m_archiveRow;
    QCheckBox *m_online;
    InlineError *m_error;
    QLabel *m_notForYou;
    PlaceSources m_shown;
};

} // namespace parvis

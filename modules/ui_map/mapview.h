#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QtPlugin>

#include <functional>

class QWidget;

namespace parvis {

//! What the page of the map may do and whom it tells.
struct MapViewSetup
{
    QString language; //!< of the page, "fr"
    //! Gives the page a tile of the ground, at once or later, once; an answer that comes after the view is dropped. Everything
    //! but these and the page's own files is refused: the page itself never reaches a network. GUI thread.
    enum class TileFate { There, Missing, Failed };
    using TileAnswer = std::function<void(TileFate fate, const QByteArray &bytes)>;
    std::function<void(int zoom, int column, int row, const TileAnswer &answer)> tile;
    enum class GroundPart { Town, Buildings };
    //! The drawn ground as GeoJSON text; asked for by the page when it is told that there is one. GUI thread.
    std::function<QByteArray(GroundPart part)> ground;
    std::function<void(const QString &message, const QJsonObject &body)> heard; //!< GUI thread
};

//! The map as a page in a widget of its own. It lives in a plugin (modules/ui_map/webview), because a web engine costs more to
//! load than the rest of the program: whoever never opens the map never pays, and where the engine is absent all else works. Both
//! sides speak in messages, so that neither links the other. Nothing but data goes in: a text from a citizen is never markup.
class MapView
{
public:
    virtual ~MapView() = default;
    virtual QWidget *widget() = 0;                                          //!< owned by the view
    virtual void send(const QString &message, const QJsonObject &body) = 0; //!< kept until the page is ready; order holds
};

class MapViewMaker
{
public:
    virtual ~MapViewMaker() = default;
    virtual MapView *make(const MapViewSetup &setup) = 0; //!< owned by the caller
};

} // namespace parvis

Q_DECLARE_INTERFACE(parvis::MapViewMaker, "fr.parvis.MapViewMaker/1")

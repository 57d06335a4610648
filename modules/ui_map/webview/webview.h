#pragma once

#include "../mapview.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtWebEngineCore/QWebEnginePage>
#include <QtWebEngineWidgets/QWebEngineView>

#include <memory>

class QWebChannel;
class QWebEngineProfile;

namespace parvis {

//! What the page sees of the program: one way in, one way out.
class PageBridge final : public QObject
{
    Q_OBJECT
public:
    explicit PageBridge(MapViewSetup setup, QObject *parent) : QObject(parent), m_setup(std::move(setup)) {}
    void send(const QString &message, const QJsonObject &body);
    bool isReady() const { return m_isReady; }

public Q_SLOTS:
    void tell(const QString &message, const QJsonObject &body); //!< called by the page

Q_SIGNALS:
    void told(const QString &message, const QJsonObject &body); //!< heard by the page

private:
    MapViewSetup m_setup;
    bool m_isReady = false;
    QList<std::pair<QString, QJsonObject>> m_waiting;
};

//! Goes nowhere, opens nothing, asks for nothing.
class ClosedPage final : public QWebEnginePage
{
    Q_OBJECT
public:
    using QWebEnginePage::QWebEnginePage;

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType) override { return nullptr; }
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                  const QString &source) override;
    void javaScriptAlert(const QUrl &, const QString &) override {}
    bool javaScriptConfirm(const QUrl &, const QString &) override { return false; }
    bool javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *) override { return false; }
};

class WebMapView final : public MapView
{
public:
    explicit WebMapView(const MapViewSetup &setup);
    ~WebMapView() override;
    QWidget *widget() override { return m_view.get(); }
    void send(const QString &message, const QJsonObject &body) override { m_bridge->send(message, body); }

private:
    std::unique_ptr<QWebEngineProfile> m_profile; // dies last
    std::unique_ptr<QWebEngineView> m_view;
    PageBridge *m_bridge;
};

class WebMapViewMaker final : public QObject, public MapViewMaker
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "fr.parvis.MapViewMaker/1")
    Q_INTERFACES(parvis::MapViewMaker)
public:
    MapView *make(const MapViewSetup &setup) override;
};

} // namespace parvis

#include "screenshots.h"

#include "desktop.h"
#include "ui_common/action.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"
#include "ui_shell/preferencespage.h"

#include <QtCore/QDir>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtGui/QKeyEvent>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

constexpr int paceMs = 350; // suggestions and lists have long come by then
constexpr QSize size(1366, 768);

void press(int key, const QString &text, Qt::KeyboardModifiers modifiers = {})
{
    if (QWidget *target = QApplication::focusWidget()) {
        QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
        QCoreApplication::sendEvent(target, &down);
        QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
        QCoreApplication::sendEvent(target, &up);
    }
}

//! A menu takes the keys without having the focus.
void pressPopup(int key)
{
    if (QWidget *menu = QApplication::activePopupWidget()) {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(menu, &down);
    }
}

//! What a citizen might have sent.
QImage pictureOfALamp()
{
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(QColor(52, 62, 74));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(70, 76, 70));
    painter.drawRect(0, 1000, 1600, 200);
    painter.setBrush(QColor(150, 150, 145));
    painter.drawRect(785, 220, 30, 800);
    painter.drawRect(785, 200, 260, 24);
    painter.setBrush(QColor(210, 205, 190));
    painter.drawEllipse(QPoint(1040, 225), 90, 34);
    return image;
}

} // namespace

ScreenshotTour::ScreenshotTour(Desktop &desktop, const QString &folder, QObject *parent)
    : QObject(parent), m_desktop(desktop), m_folder(folder)
{
    m_pace.setInterval(paceMs);
    connect(&m_pace, &QTimer::timeout, this, &ScreenshotTour::next);
}

void ScreenshotTour::start()
{
    m_allWritten = QDir().mkpath(m_folder);
    const auto look = [this](Scheme scheme, int percent) {
        then([this, scheme, percent] {
            const Preferences preferences{{scheme, percent, RowHeight::Compact}, Language::French};
            m_desktop.setPreferences(preferences);
            for (auto *page : m_desktop.host().findChildren<PreferencesPage *>())
                page->setPreferences(preferences);
            m_desktop.host().resize(size);
        });
    };
    if (may(u"go.admin"_s)) {
        look(Scheme::Light, 100);
        planAdmin(u"clair"_s);
        look(Scheme::Dark, 100);
        planAdmin(u"sombre"_s);
        m_pace.start();
        return;
    }
    if (may(u"cards.new"_s)) {
        look(Scheme::Light, 100);
        planCards(u"clair"_s);
        look(Scheme::Dark, 100);
        planCards(u"sombre"_s);
        m_pace.start();
        return;
    }
    look(Scheme::Light, 100);
    plan(u"clair"_s, false);
    look(Scheme::Dark, 100);
    plan(u"sombre"_s, false);
    look(Scheme::Light, 150);
    plan(u"150"_s, true);
    m_pace.start();
}

void ScreenshotTour::plan(const QString &suffix, bool onlyDesk)
{
    const auto shot = [this, suffix](const QString &name) { shoot(u"%1-%2"_s.arg(name, suffix)); };
    act(u"go.desk"_s);
    shot(u"accueil"_s);
    act(u"desk.channel.phone"_s);
    type(u"0612345678"_s);
    shot(u"accueil-qui"_s);
    type(u"\n"_s);
    type(u"véh"_s);
    shot(u"accueil-quoi"_s);
    type(u"\n"_s);
    type(u"12 rue des tan"_s);
    type(u"\n"_s);
    type(u"Une voiture sans roues depuis trois semaines"_s);
    shot(u"accueil-appel"_s);
    act(u"desk.transmit"_s); // the card asks for more
    shot(u"accueil-manque"_s);
    act(u"desk.clear"_s);
    if (onlyDesk)
        return;
    act(u"go.requests"_s);
    shot(u"demandes"_s);
    then([] { press(Qt::Key_Down, {}); });
    then([] { press(Qt::Key_Return, {}); });
    shot(u"demande"_s);
    act(u"requests.status"_s);
    shot(u"demande-statut"_s);
    then([] { press(Qt::Key_Escape, {}); });
    then([] { QGuiApplication::clipboard()->setImage(pictureOfALamp()); });
    act(u"requests.paste"_s);
    shot(u"demande-fichier"_s);
    act(u"requests.files"_s);
    then([] { press(Qt::Key_Return, u"\r"_s); });
    then([] {}); // it is decoded elsewhere
    shot(u"demande-photo"_s);
    act(u"requests.closeFile"_s);
    act(u"requests.detach"_s);
    then([this] { copyALetter(); });
    act(u"requests.paste"_s);
    then([] {});
    act(u"requests.files"_s);
    then([] { press(Qt::Key_Return, u"\r"_s); });
    then([] {});
    shot(u"demande-courrier-pdf"_s);
    act(u"requests.closeFile"_s);
    act(u"requests.detach"_s);
    act(u"go.cards"_s);
    shot(u"fiches"_s);
    type(u"véhicule abandonné"_s);
    type(u"\n"_s);
    shot(u"fiches-lecture"_s);
    act(u"cards.flag"_s);
    shot(u"fiches-signaler"_s);
    act(u"go.citizens"_s);
    then([] { press(Qt::Key_A, {}, Qt::ControlModifier); }); // what the other theme's round left there
    type(u"dumont"_s);
    shot(u"usagers"_s);
    type(u"\n"_s);
    shot(u"usager"_s);
    act(u"go.sync"_s);
    shot(u"synchronisation"_s);
    act(u"shell.find"_s);
    type(u"lamp"_s);
    shot(u"recherche"_s);
    then([] { press(Qt::Key_Escape, {}); });
    act(u"go.preferences"_s);
    shot(u"preferences"_s);
    act(u"go.help"_s);
    shot(u"aide"_s);
}

bool ScreenshotTour::may(const QString &id) const
{
    const QList<QAction *> actions = actionsWithin(&m_desktop.host());
    return std::any_of(actions.begin(), actions.end(),
                       [&id](const QAction *action) { return actionId(action) == id && action->isEnabled(); });
}

void ScreenshotTour::planAdmin(const QString &suffix)
{
    const auto shot = [this, suffix](const QString &name) { shoot(u"%1-%2"_s.arg(name, suffix)); };
    act(u"go.admin"_s);
    act(u"admin.section1"_s);
    shot(u"admin-routage"_s);
    act(u"admin.try"_s);
    then([] { press(Qt::Key_A, {}, Qt::ControlModifier); }); // what the other theme's round left there
    type(u"un essaim de frelons"_s);
    shot(u"admin-essai"_s);
    act(u"admin.section2"_s);
    act(u"admin.find"_s);
    type(u"déchet"_s);
    type(u"\n"_s);
    then([] { press(Qt::Key_Down, {}); });
    shot(u"admin-services"_s);
    act(u"admin.section3"_s);
    shot(u"admin-agents"_s);
    act(u"admin.section4"_s);
    shot(u"admin-calendrier"_s);
    then([this] {
        for (auto *text : m_desktop.host().findChildren<QPlainTextEdit *>()) {
            if (text->isVisible() && !text->isReadOnly())
                text->appendPlainText(u"à Noël"_s);
        }
    });
    shot(u"admin-erreur"_s);
    act(u"admin.revert"_s);
}

void ScreenshotTour::planCards(const QString &suffix)
{
    const auto shot = [this, suffix](const QString &name) { shoot(u"%1-%2"_s.arg(name, suffix)); };
    const auto openTab = [this](int tab) {
        then([this, tab] {
            for (auto *tabs : m_desktop.host().findChildren<QTabWidget *>())
                tabs->setCurrentIndex(tab);
        });
    };
    act(u"go.requests"_s);
    act(u"shell.notices"_s);
    shot(u"notifications"_s);
    then([] { pressPopup(Qt::Key_Return); });
    shot(u"demande-relancee"_s);
    act(u"go.cards"_s);
    act(u"cards.view3"_s);
    then([] { press(Qt::Key_Down, {}); });
    shot(u"fiches-validation"_s);
    act(u"go.cards"_s);
    act(u"cards.view5"_s);
    then([] { press(Qt::Key_Down, {}); });
    shot(u"fiches-relire"_s);
    act(u"cards.find"_s);
    type(u"lampadaire éteint"_s);
    type(u"\n"_s);
    act(u"cards.edit"_s);
    shot(u"fiches-edition"_s);
    openTab(1);
    shot(u"fiches-edition-script"_s);
    openTab(4);
    shot(u"fiches-edition-formulaire"_s);
    act(u"cards.find"_s);
    type(u"véhicule abandonné"_s);
    type(u"\n"_s);
    act(u"cards.compare"_s);
    shot(u"fiches-differences"_s);
}

//! A letter as a file in the clipboard.
void ScreenshotTour::copyALetter()
{
    const QString path = m_letters.filePath(u"courrier.pdf"_s);
    QPdfWriter pdf(path);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    QPainter page(&pdf);
    page.setFont(QFont(QApplication::font().family(), 12));
    page.drawText(
        QRect(0, 0, pdf.width(), pdf.height()), Qt::TextWordWrap,
        u"Ingeville, le 26 novembre\n\nMadame, Monsieur,\n\nLe lampadaire devant chez moi clignote depuis trois semaines. "
        u"Merci de le faire réparer.\n\nC. Dumont"_s);
    page.end();
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(path)});
    QGuiApplication::clipboard()->setMimeData(data);
}

void ScreenshotTour::then(Deed deed)
{
    m_deeds.append(std::move(deed));
}

void ScreenshotTour::type(const QString &text)
{
    then([text] {
        for (const QChar c : text)
            press(c == u'\n' ? int(Qt::Key_Return) : int(c.toUpper().unicode()), c == u'\n' ? u"\r"_s : QString(c));
    });
}

void ScreenshotTour::act(const QString &id)
{
    then([this, id] {
        for (QAction *action : actionsWithin(&m_desktop.host())) {
            if (actionId(action) == id)
                return action->trigger();
        }
    });
}

void ScreenshotTour::shoot(const QString &name)
{
    then([this, name] {
        QPixmap picture = m_desktop.host().grab();
        if (QWidget *menu = QApplication::activePopupWidget()) { // lies over the window
            QPainter over(&picture);
            over.drawPixmap(menu->pos() - m_desktop.host().pos(), menu->grab());
        }
        if (!picture.save(u"%1/%2.png"_s.arg(m_folder, name)))
            m_allWritten = false;
    });
}

void ScreenshotTour::next()
{
    if (m_deeds.isEmpty()) {
        m_pace.stop();
        Q_EMIT finished(m_allWritten);
        return;
    }
    m_deeds.takeFirst()();
}

} // namespace parvis

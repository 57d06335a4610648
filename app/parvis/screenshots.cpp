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
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
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
    QApplication::setActiveWindow(&m_desktop.host()); // under Xvfb nobody else does it
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
    if (m_desktop.session().actor().roles.contains(Role::Patroller)) {
        look(Scheme::Light, 100);
        planPatrol(u"clair"_s);
        look(Scheme::Dark, 100);
        planPatrol(u"sombre"_s);
        look(Scheme::Light, 150);
        planPatrol(u"150"_s);
        m_pace.start();
        return;
    }
    if (m_desktop.session().actor().roles.contains(Role::Supervisor)) {
        look(Scheme::Light, 100);
        planApprovals(u"clair"_s);
        look(Scheme::Dark, 100);
        planApprovals(u"sombre"_s);
        look(Scheme::Light, 150);
        planApprovals(u"150"_s);
        m_pace.start();
        return;
    }
    if (may(u"cards.new"_s)) {
        look(Scheme::Light, 100);
        planCards(u"clair"_s);
        planWork(u"clair"_s);
        look(Scheme::Dark, 100);
        planCards(u"sombre"_s);
        planWork(u"sombre"_s);
        look(Scheme::Light, 150);
        planWork(u"150"_s);
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
    planMail(suffix);
    act(u"go.sync"_s);
    shot(u"synchronisation"_s);
    planMap(suffix);
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
    act(u"admin.new"_s);
    type(u"Parc animalier"_s);
    shot(u"admin-nouveau-service"_s);
    act(u"admin.section3"_s);
    shot(u"admin-agents"_s);
    then([this] {
        for (auto *area : m_desktop.host().findChildren<QScrollArea *>())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    });
    shot(u"admin-agents-mot-de-passe"_s);
    act(u"admin.section5"_s);
    shot(u"admin-quartiers"_s);
    act(u"admin.section6"_s);
    shot(u"admin-themes"_s);
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
    act(u"go.preferences"_s);
    shot(u"admin-preferences"_s);
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
    then([] {
        if (QWidget *menu = QApplication::activePopupWidget()) // nothing waited
            menu->close();
    });
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

void ScreenshotTour::planMap(const QString &suffix)
{
    const auto shot = [this, suffix](const QString &name) {
        for (int i = 0; i < 8; ++i)
            then([] {}); // another process draws it
        shoot(u"%1-%2"_s.arg(name, suffix));
    };
    act(u"go.map"_s);
    for (int i = 0; i < 8; ++i)
        then([] {});
    act(u"map.view3"_s);
    act(u"map.points"_s);
    act(u"map.fit"_s);
    shot(u"carte"_s);
    act(u"map.view1"_s);
    act(u"map.next"_s);
    shot(u"carte-themes"_s);
    act(u"map.view2"_s);
    act(u"map.districts"_s);
    act(u"map.table2"_s);
    shot(u"carte-quartiers"_s);
    act(u"map.heat"_s);
    act(u"map.hotSpots"_s);
    shot(u"carte-points-chauds"_s);
    act(u"map.hotSpots"_s); // as it was
    act(u"map.points"_s);
    act(u"map.table1"_s);
}

//! A head's boards, and one key for several cases.
void ScreenshotTour::planWork(const QString &suffix)
{
    const auto shot = [this, suffix](const QString &name) { shoot(u"%1-%2"_s.arg(name, suffix)); };
    act(u"go.requests"_s);
    act(u"requests.view2"_s);
    act(u"requests.board"_s);
    then([] {});
    shot(u"tableau"_s);
    then([] { press(Qt::Key_Return, u"\r"_s); });
    then([] {});
    shot(u"tableau-dossier"_s);
    then([] { press(Qt::Key_Escape, {}); });
    act(u"requests.plan"_s);
    then([] {});
    shot(u"plan-du-jour"_s);
    act(u"requests.plan"_s); // the list again
    then([] {});
    then([] { press(Qt::Key_Home, {}, Qt::ControlModifier); });
    then([] { press(Qt::Key_Down, {}, Qt::ShiftModifier); });
    then([] { press(Qt::Key_Down, {}, Qt::ShiftModifier); });
    act(u"bulk.close"_s);
    type(u"Les lampes sont changees."_s);
    shot(u"une-reponse-pour-plusieurs"_s);
    then([] { press(Qt::Key_A, {}, Qt::ControlModifier); });
    then([] { press(Qt::Key_Delete, {}); });
    then([] { press(Qt::Key_Escape, {}); });
    act(u"requests.part"_s);
    shot(u"demande-sous-demande"_s);
    then([] { press(Qt::Key_Escape, {}); });
    then([] { press(Qt::Key_Escape, {}); });
}

//! The register, and what waits for people.
void ScreenshotTour::planMail(const QString &suffix)
{
    act(u"go.mail"_s);
    const QStringList names{u"courrier"_s,           u"courrier-a-imprimer"_s, u"courrier-a-poster"_s,
                            u"courrier-a-appeler"_s, u"courrier-au-guichet"_s, u"courrier-problemes"_s};
    for (qsizetype i = 0; i < names.size(); ++i) {
        act(u"mail.view%1"_s.arg(i + 1));
        then([] {}); // the letter is laid out
        shoot(u"%1-%2"_s.arg(names.at(i), suffix));
    }
    act(u"mail.view1"_s);
}

void ScreenshotTour::planPatrol(const QString &suffix)
{
    const auto shot = [this, suffix](const QString &name) { shoot(u"%1-%2"_s.arg(name, suffix)); };
    act(u"go.patrol"_s);
    act(u"patrol.view1"_s);
    then([] {});
    shot(u"patrouille"_s);
    act(u"patrol.next"_s);
    act(u"patrol.take"_s);
    then([] { QGuiApplication::clipboard()->setImage(pictureOfALamp()); });
    act(u"patrol.paste"_s);
    then([] { press(Qt::Key_Return, u"\r"_s); }); // into the findings
    then([] { press(Qt::Key_A, {}, Qt::ControlModifier); });
    type(u"Mât heurté, penché d'environ 10°, trappe ouverte"_s);
    act(u"patrol.safety2"_s);
    shot(u"patrouille-compte-rendu"_s);
    then([this] { scrollDown(); });
    shot(u"patrouille-compte-rendu-suite"_s);
    act(u"patrol.cancel"_s);
    shot(u"patrouille-annuler"_s);
    then([] { press(Qt::Key_Escape, {}); });
    act(u"patrol.new"_s);
    shot(u"patrouille-signaler"_s);
    type(u"12 rue des tan"_s);
    type(u"\n"_s);
    act(u"patrol.kind1"_s);
    shot(u"patrouille-signaler-suite"_s);
    act(u"patrol.kind1"_s); // as it was
    act(u"patrol.survey"_s);
    shot(u"patrouille-envoyer"_s);
    act(u"go.patrol"_s);
    act(u"patrol.view3"_s);
    then([] {});
    act(u"patrol.next"_s);
    shot(u"patrouille-terminees"_s);
}

//! A supervisor's signature book.
void ScreenshotTour::planApprovals(const QString &suffix)
{
    const auto shot = [this, suffix](const QString &name) { shoot(u"%1-%2"_s.arg(name, suffix)); };
    const auto next = [this](int times) {
        for (int i = 0; i < times; ++i)
            act(u"approvals.next"_s);
        then([] {});
        then([] {}); // pages are painted elsewhere
    };
    act(u"go.approvals"_s);
    act(u"approvals.view1"_s);
    next(1);
    shot(u"parapheur"_s);
    act(u"approvals.return"_s);
    type(u"Le ton est trop sec."_s);
    shot(u"parapheur-retourner"_s);
    then([] { press(Qt::Key_Escape, {}); });
    act(u"approvals.modify"_s);
    shot(u"parapheur-modifier"_s);
    then([] { press(Qt::Key_Escape, {}); });
    act(u"approvals.alike"_s);
    then([] {});
    then([] {});
    shot(u"parapheur-semblables"_s);
    then([] { press(Qt::Key_Escape, {}); });
    seek(u"approvals.differences"_s);
    then([] {});
    shot(u"parapheur-differences"_s);
    act(u"approvals.view1"_s);
    then([] { press(Qt::Key_Home, {}); });
    seek(u"approvals.recipientAfter"_s);
    then([] { press(Qt::Key_Right, {}); });
    then([] {});
    shot(u"parapheur-plusieurs"_s);
    act(u"approvals.view2"_s);
    next(1);
    shot(u"parapheur-pour-tous"_s);
    act(u"approvals.view3"_s);
    shot(u"parapheur-ecrites"_s);
    act(u"approvals.view1"_s);
    act(u"shell.notices"_s);
    shot(u"parapheur-notifications"_s);
    then([] {
        if (QWidget *menu = QApplication::activePopupWidget())
            menu->close();
    });
}

//! From reply to reply to the first at which \a id can be done.
void ScreenshotTour::seek(const QString &id, int most)
{
    then([this, id, most] {
        if (may(id) || most == 0)
            return;
        for (QAction *action : actionsWithin(&m_desktop.host())) {
            if (actionId(action) == "approvals.next"_L1)
                action->trigger();
        }
        seek(id, most - 1);
        m_deeds.prepend(m_deeds.takeLast());
    });
}

void ScreenshotTour::scrollDown()
{
    for (auto *area : m_desktop.host().findChildren<QScrollArea *>()) {
        if (area->isVisible())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    }
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

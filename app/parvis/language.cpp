#include "language.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

//! Not the system's own locale: its dates may be in another language than its texts (LANGUAGE=fr with LC_TIME=C).
QLocale localeFor(Language language)
{
    switch (language) {
    case Language::French: return {QLocale::French, QLocale::France};
    case Language::English: return {QLocale::English, QLocale::UnitedKingdom};
    case Language::System: break;
    }
    const QStringList wanted = QLocale::system().uiLanguages();
    const bool isFrench = !wanted.isEmpty() && wanted.first().startsWith("fr"_L1);
    return localeFor(isFrench ? Language::French : Language::English);
}

} // namespace

void Translations::speak(Language language)
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    const QLocale locale = localeFor(language);
    QLocale::setDefault(locale);
    const QString code = locale.language() == QLocale::French ? u"fr"_s : u"en"_s;
    if (m_ours.load(u":/i18n/parvis_"_s + code))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
}

} // namespace parvis

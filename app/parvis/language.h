#pragma once

#include "ui_shell/preferencespage.h"

#include <QtCore/QTranslator>

namespace parvis {

//! The texts of the windows, ours and Qt's, and the form of dates and numbers. What is on screen must be built anew after
//! speak().
class Translations
{
public:
    void speak(Language language);

private:
    QTranslator m_ours, m_qts;
};

} // namespace parvis

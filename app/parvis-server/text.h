#pragma once

#include <QtCore/QCoreApplication>

namespace parvis {

//! The words of parvis-server: Text::tr("…").
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(parvis::Text)
};

} // namespace parvis

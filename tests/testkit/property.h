#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QtCore/QString>

#include <rapidcheck.h>

#include <ostream>

//! A RapidCheck property inside a Qt test. A failure prints the smallest counterexample and the seed; RC_PARAMS="seed=…"
//! in the environment replays it.
#define PARVIS_PROPERTY(description, ...) QVERIFY2(rc::check(description, __VA_ARGS__), description)

namespace parvis {

std::ostream &operator<<(std::ostream &out, Instant instant);
std::ostream &operator<<(std::ostream &out, const Error &error);

} // namespace parvis

//! RapidCheck finds the printer of a Qt type by lookup in the type's own namespace.
std::ostream &operator<<(std::ostream &out, const QString &text);

namespace rc {

//! Words as people and machines type them: mostly Latin letters, with accents, signs, emoji and nothing at all now and then.
template <>
struct Arbitrary<QString>
{
    static Gen<QString> arbitrary();
};

//! From 1970 to 2100.
template <>
struct Arbitrary<parvis::Instant>
{
    static Gen<parvis::Instant> arbitrary();
};

} // namespace rc

#pragma once

#include <QtCore/QString>

#include <array>
#include <optional>

namespace parvis {

//! The words by which an enum is written in JSON, in SQL and in log lines, in the order of its values.
//! Specialise with `static constexpr std::array words{...}` beside the enum.
template <typename E>
struct Tokens;

template <typename E>
QLatin1StringView token(E value)
{
    return Tokens<E>::words[static_cast<std::size_t>(value)];
}

template <typename E>
std::optional<E> fromToken(QStringView word)
{
    for (std::size_t i = 0; i < Tokens<E>::words.size(); ++i) {
        if (word == Tokens<E>::words[i])
            return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace parvis

#include "testkit/property.h"

namespace parvis {

std::ostream &operator<<(std::ostream &out, Instant instant)
{
    return out << "Instant{" << instant.ms << '}';
}

std::ostream &operator<<(std::ostream &out, const Error &error)
{
    return out << "Error{" << int(error.code) << ", " << error.detail.toStdString() << '}';
}

} // namespace parvis

std::ostream &operator<<(std::ostream &out, const QString &text)
{
    return out << '"' << text.toStdString() << '"';
}

namespace rc {

Gen<QString> Arbitrary<QString>::arbitrary()
{
    const auto codePoint = gen::weightedOneOf<char32_t>({
        {12, gen::cast<char32_t>(gen::inRange<int>('a', 'z' + 1))},
        {4, gen::cast<char32_t>(gen::inRange<int>(' ', 'A'))},
        {4, gen::cast<char32_t>(gen::inRange<int>(0xC0, 0x180))},
        {1, gen::cast<char32_t>(gen::inRange<int>(1, 0x20))},
        {1, gen::cast<char32_t>(gen::inRange<int>(0x300, 0x370))},
        {1, gen::cast<char32_t>(gen::inRange<int>(0x1F300, 0x1F600))},
    });
    return gen::map(gen::container<std::u32string>(codePoint),
                    [](const std::u32string &text) { return QString::fromUcs4(text.data(), qsizetype(text.size())); });
}

Gen<parvis::Instant> Arbitrary<parvis::Instant>::arbitrary()
{
    return gen::map(gen::inRange<qint64>(1, 4'102'444'800'000), [](qint64 ms) { return parvis::Instant{ms}; });
}

} // namespace rc

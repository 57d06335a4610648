#include "geo/addressfile.h"

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace parvis::addressfile {

namespace {

constexpr std::array<size_t, Sections> sizes{1,
                                             sizeof(Commune),
                                             sizeof(quint32),
                                             sizeof(Way),
                                             sizeof(Name),
                                             sizeof(quint32),
                                             sizeof(House),
                                             sizeof(Word),
                                             sizeof(quint32),
                                             sizeof(quint32),
                                             sizeof(Text)};

//! Whether [first, first + count) lies in a list of \a size.
bool isWithin(quint64 first, quint64 count, quint64 size)
{
    return first <= size && count <= size - first;
}

bool areBelow(std::span<const quint32> indexes, size_t size)
{
    return std::all_of(indexes.begin(), indexes.end(), [size](quint32 i) { return i < size; });
}

} // namespace

quint64 checksum(std::span<const char> bytes)
{
    constexpr quint64 prime = 0x9e3779b97f4a7c15;
    std::array<quint64, 4> lanes{1, 2, 3, 4};
    size_t at = 0;
    for (; at + 32 <= bytes.size(); at += 32) {
        std::array<quint64, 4> words{};
        std::memcpy(words.data(), bytes.data() + at, 32);
        for (size_t i = 0; i < 4; ++i)
            lanes[i] = std::rotl((lanes[i] ^ words[i]) * prime, 29);
    }
    quint64 sum = bytes.size();
    for (; at < bytes.size(); ++at)
        sum = std::rotl((sum ^ quint8(bytes[at])) * prime, 29);
    for (const quint64 lane : lanes)
        sum = std::rotl((sum ^ lane) * prime, 31);
    return sum;
}

quint32 lettersOf(QByteArrayView word)
{
    quint32 letters = 0;
    for (const char c : word) {
        if (c >= 'a' && c <= 'z')
            letters |= 1U << (c - 'a');
        else
            letters |= 1U << (26 + quint8(c) % 6); // digits, and letters of other scripts
    }
    return letters;
}

Result<std::shared_ptr<const AddressFile>> AddressFile::open(const QString &path)
{
    const std::shared_ptr<AddressFile> file(new AddressFile);
    file->m_file.setFileName(path);
    if (!file->m_file.exists())
        return Error{ErrorCode::NotFound, u"no address file "_s + path};
    if (!file->m_file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"opening %1: %2"_s.arg(path, file->m_file.errorString())};
    const qint64 size = file->m_file.size();
    if (size < qint64(sizeof(Header)))
        return Error{ErrorCode::InvalidInput, u"not an address file: "_s + path};
    const uchar *bytes = file->m_file.map(0, size);
    if (!bytes)
        return Error{ErrorCode::Storage, u"mapping %1: %2"_s.arg(path, file->m_file.errorString())};
    file->m_bytes = {reinterpret_cast<const char *>(bytes), size_t(size)};
    file->m_header = reinterpret_cast<const Header *>(bytes);
    if (const Status whole = file->check(); !whole)
        return Error{whole.error().code, whole.error().detail + u": "_s + path};
    return std::shared_ptr<const AddressFile>(file);
}

Status AddressFile::check() const
{
    const Header &header = *m_header;
    if (std::memcmp(header.magic, magic, sizeof magic) != 0)
        return Error{ErrorCode::InvalidInput, u"not an address file"_s};
    if (header.version != version || header.headerSize != sizeof(Header))
        return Error{ErrorCode::StorageNewer, u"an address file of another version"_s};
    if (header.fileSize != m_bytes.size())
        return Error{ErrorCode::InvalidInput, u"an address file cut short"_s};
    const Error damaged{ErrorCode::InvalidInput, u"a damaged address file"_s};
    for (int i = 0; i < Sections; ++i) {
        const Extent &extent = header.sections[i];
        const bool fits = extent.offset >= sizeof(Header) && extent.offset % 8 == 0 && extent.offset <= m_bytes.size() &&
                          extent.count <= (m_bytes.size() - extent.offset) / sizes.at(size_t(i));
        if (!fits)
            return damaged;
    }
    if (checksum(m_bytes.subspan(sizeof(Header))) != header.checksum || !hasWholeIndexes())
        return damaged;
    return success();
}

bool AddressFile::hasWholeIndexes() const
{
    const auto communesAre = std::all_of(communes().begin(), communes().end(), [this](const Commune &c) {
        return isWithin(c.firstWord, c.words, communeWords().size());
    });
    quint64 house = 0;
    const auto waysAre = std::all_of(ways().begin(), ways().end(), [&](const Way &w) {
        const bool isNext = w.firstHouse == house && isWithin(w.firstHouse, w.houses, houses().size());
        house += w.houses;
        return isNext && w.commune < communes().size();
    });
    const auto namesAre = std::all_of(names().begin(), names().end(), [this](const Name &n) {
        return n.way < ways().size() && isWithin(n.firstWord, n.words, nameWords().size());
    });
    const auto wordsAre = std::all_of(words().begin(), words().end(),
                                      [this](const Word &w) { return isWithin(w.firstName, w.names, wordNames().size()); });
    return communesAre && waysAre && house == houses().size() && namesAre && wordsAre &&
           areBelow(communeWords(), words().size()) && areBelow(nameWords(), words().size()) &&
           areBelow(wordNames(), names().size()) && areBelow(tree(), houses().size()) && tree().size() == houses().size();
}

QByteArrayView AddressFile::text(Text place) const
{
    const std::span<const char> pool = section<char>(Pool);
    quint16 length = 0;
    if (!isWithin(place, sizeof length, pool.size()))
        return {};
    std::memcpy(&length, pool.data() + place, sizeof length);
    if (!isWithin(place + sizeof length, length, pool.size()))
        return {};
    return {pool.data() + place + sizeof length, qsizetype(length)};
}

QByteArrayView AddressFile::label(quint8 number) const
{
    const auto labels = section<Text>(Labels);
    return number < labels.size() ? text(labels[number]) : QByteArrayView();
}

quint32 AddressFile::wayOf(quint32 house) const
{
    const auto after =
        std::upper_bound(ways().begin(), ways().end(), house, [](quint32 h, const Way &w) { return h < w.firstHouse; });
    return quint32(after - ways().begin()) - 1;
}

} // namespace parvis::addressfile

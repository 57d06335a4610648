#pragma once

#include "base/result.h"

#include <QtCore/QFile>

#include <bit>
#include <memory>
#include <span>

// The address file: what AddressBuilder writes and AddressIndex reads, mapped into memory as it lies on the disk, so that it
// opens at once however large it is, and several programs share one copy. A header with magic, version, length and checksum,
// then sections of the records below, each aligned to 8 bytes. Texts are UTF-8 in one pool, named by their place in it. It is
// private to this module: a file of another version is refused and built anew from the CSV.

namespace parvis::addressfile {

static_assert(std::endian::native == std::endian::little, "the file is little-endian");

constexpr char magic[8] = {'P', 'V', 'A', 'D', 'R', '\x1a', '\n', '\0'};
constexpr quint32 version = 1;

using Text = quint32; //!< place in the pool, where the length (16 bits) and then the bytes stand; 0: empty

struct Commune
{
    Text name, insee, postcode, postalLabel, formerName, formerInsee;
    quint32 firstWord, words;   //!< in Section::CommuneWords
    qint32 latitude, longitude; //!< the middle of its addresses, in 1e-7 degrees
};

enum class WayKind : quint8 { Way, Place, Locality };

struct Way
{
    Text name;
    quint32 commune;
    quint32 firstHouse, houses;
    qint32 latitude, longitude; //!< of its middle house, in 1e-7 degrees
    Text fantoir, postalName;
    Text nameSource;
    WayKind kind;
    quint8 padding[3];
};

//! A name by which a way is found: its own, or an alias.
struct Name
{
    Text text;
    quint32 way;
    quint32 firstWord; //!< in Section::NameWords
    quint16 words;
    quint16 weight; //!< of all its words
};

struct House
{
    qint32 latitude, longitude; //!< in 1e-7 degrees
    Text id, locality, suffix;
    quint32 number;                      //!< 0: none
    quint8 positionKind, positionSource; //!< in Section::Labels
    quint8 certified;
    quint8 padding;
};

//! A folded word of names and communes. Sorted by its bytes.
struct Word
{
    Text text;
    quint32 firstName, names; //!< in Section::WordNames
    quint32 letters;          //!< a bit for each letter that it has, see lettersOf()
    quint16 weight;           //!< how much it tells: the rarer the more
    quint8 length;
    quint8 flags; //!< see WordFlag
};
enum WordFlag : quint8 { KindOfWay = 1, Article = 2 };

enum Section {
    Pool,         //!< char
    Communes,     //!< Commune
    CommuneWords, //!< quint32: of Words
    Ways,         //!< Way
    Names,        //!< Name
    NameWords,    //!< quint32: of Words, in the order of the name
    Houses,       //!< House, by way
    Words,        //!< Word
    WordNames,    //!< quint32: of Names
    Tree,         //!< quint32: of Houses, as a balanced k-d tree (longitude first): see nearest()
    Labels,       //!< Text
    Sections
};

struct Extent
{
    quint64 offset, count;
};

struct Header
{
    char magic[8];
    quint32 version, headerSize;
    quint64 fileSize, checksum; //!< of all bytes behind the header
    Extent sections[Sections];
};

//! Four lanes of multiply and rotate: as quick as memory, and enough against accidents. It is no signature.
quint64 checksum(std::span<const char> bytes);

constexpr double unit = 1e-7;

quint32 lettersOf(QByteArrayView word);

//! An open file. Every index in it was checked, so that nothing that holds it reads outside.
class AddressFile
{
public:
    //! NotFound: there is no such file. InvalidInput: not an address file, cut short, or damaged. StorageNewer: of another
    //! version. Storage: it can't be read.
    static Result<std::shared_ptr<const AddressFile>> open(const QString &path);

    QByteArrayView text(Text place) const;
    std::span<const Commune> communes() const { return section<Commune>(Communes); }
    std::span<const quint32> communeWords() const { return section<quint32>(CommuneWords); }
    std::span<const Way> ways() const { return section<Way>(Ways); }
    std::span<const Name> names() const { return section<Name>(Names); }
    std::span<const quint32> nameWords() const { return section<quint32>(NameWords); }
    std::span<const House> houses() const { return section<House>(Houses); }
    std::span<const Word> words() const { return section<Word>(Words); }
    std::span<const quint32> wordNames() const { return section<quint32>(WordNames); }
    std::span<const quint32> tree() const { return section<quint32>(Tree); }
    QByteArrayView label(quint8 number) const;
    //! The way of a house.
    quint32 wayOf(quint32 house) const;

private:
    AddressFile() = default;
    template <typename T>
    std::span<const T> section(Section which) const
    {
        const Extent &extent = m_header->sections[which];
        return {reinterpret_cast<const T *>(m_bytes.data() + extent.offset), size_t(extent.count)};
    }
    Status check() const;
    bool hasWholeIndexes() const;

    QFile m_file;
    std::span<const char> m_bytes;
    const Header *m_header = nullptr;
};

} // namespace parvis::addressfile

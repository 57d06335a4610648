#include "wording/replytemplate.h"

#include "wording/replytext.h"
#include "wording/templatetags.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace parvis {

namespace mustache = kainjow::mustache;

namespace {

QString normalised(QString text)
{
    return withoutMasks(text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n'));
}

//! What a field puts into the text.
QString valueOf(const ReplyField &field)
{
    return cleanValue(field.value, field.hasLines);
}

//! Reads a template as the renderer will, for what it would say to nobody.
class Check
{
public:
    Check(const ReplyFields &fields, const Paragraphs &paragraphs, const TemplateLimits &limits)
        : m_fields(fields), m_paragraphs(paragraphs), m_limits(limits)
    {}

    void read(const QString &text, bool isShown)
    {
        m_read += text.size();
        if (text.size() > m_limits.length)
            add(TemplateFault::TooLong, {0, 0});
        if (text.size() > m_limits.length || isFull())
            return;
        QList<Open> open;
        for (const TemplateTag &tag : tagsOf(text)) {
            if (isFull())
                return;
            take(tag, open, isShown && std::all_of(open.begin(), open.end(), [](const Open &o) { return o.holds; }));
        }
        for (const Open &left : open)
            add(TemplateFault::UnclosedSection, {left.tag.at, left.tag.length}, left.tag.name);
    }

    QList<FoundFault> faults() const
    {
        QList<FoundFault> faults = m_faults;
        if (m_read > m_limits.rendered)
            faults.append({TemplateFault::TooLong, {}, {}, {}});
        return faults;
    }

    bool canBeRendered() const
    {
        return m_read <= m_limits.rendered && std::all_of(m_faults.begin(), m_faults.end(), [](const FoundFault &f) {
                   return f.fault == TemplateFault::UnknownField || f.fault == TemplateFault::EmptyField ||
                          f.fault == TemplateFault::UnknownParagraph;
               });
    }

private:
    struct Open
    {
        TemplateTag tag;
        bool holds = false;
    };
    struct Place
    {
        qsizetype at = 0, length = 0;
    };

    void take(const TemplateTag &tag, QList<Open> &open, bool isShown)
    {
        using What = TemplateTag::What;
        const Place place{tag.at, tag.length};
        switch (tag.what) {
        case What::Field: field(tag, isShown); break;
        case What::Section:
        case What::Inverted:
            if (open.size() >= m_limits.sections)
                add(TemplateFault::TooDeep, place, tag.name);
            open.append({tag, known(tag) && isEmpty(tag.name) == (tag.what == What::Inverted)});
            break;
        case What::End:
            if (open.isEmpty() || open.last().tag.name != tag.name)
                add(TemplateFault::UnopenedSection, place, tag.name);
            else
                open.removeLast();
            break;
        case What::Paragraph: paragraph(tag, isShown); break;
        case What::Unescaped: add(TemplateFault::UnescapedTag, place, tag.name); break;
        case What::Delimiters: add(TemplateFault::Delimiters, place, tag.name); break;
        case What::Unclosed: add(TemplateFault::UnclosedTag, place, tag.name); break;
        case What::Comment: break;
        }
    }

    void field(const TemplateTag &tag, bool isShown)
    {
        if (!known(tag) || !isShown)
            return;
        const ReplyField *field = m_fields.find(tag.name);
        const qsizetype size = valueOf(*field).size();
        if (size == 0)
            add(TemplateFault::EmptyField, {tag.at, tag.length}, tag.name, field->label);
        m_read += size;
    }

    void paragraph(const TemplateTag &tag, bool isShown)
    {
        const Place place{tag.at, tag.length};
        const auto at = m_paragraphs.constFind(tag.name);
        if (at == m_paragraphs.constEnd()) {
            add(TemplateFault::UnknownParagraph, place, tag.name);
        } else if (m_path.contains(tag.name)) {
            add(TemplateFault::Recursion, place, tag.name);
        } else if (m_path.size() >= m_limits.paragraphs) {
            add(TemplateFault::TooDeep, place, tag.name);
        } else {
            m_path.append(tag.name);
            read(normalised(at->text), isShown);
            m_path.removeLast();
        }
    }

    bool known(const TemplateTag &tag)
    {
        const bool isKnown = m_fields.find(tag.name);
        if (!isKnown)
            add(TemplateFault::UnknownField, {tag.at, tag.length}, tag.name);
        return isKnown;
    }

    bool isEmpty(const QString &code) const
    {
        const ReplyField *field = m_fields.find(code);
        return !field || valueOf(*field).isEmpty();
    }

    void add(TemplateFault fault, Place place, const QString &name = {}, const QString &label = {})
    {
        FoundFault found{fault, name, label, m_path.isEmpty() ? QString() : m_path.last(), place.at, place.length};
        if (!m_faults.contains(found)) // a paragraph may stand twice in a text
            m_faults.append(std::move(found));
    }

    //! Nobody reads more; and what is too long ends here, however often its paragraphs hold each other.
    bool isFull() const
    {
        constexpr qsizetype enough = 100;
        return m_faults.size() >= enough || m_read > m_limits.rendered;
    }

    const ReplyFields &m_fields;
    const Paragraphs &m_paragraphs;
    const TemplateLimits &m_limits;
    QList<FoundFault> m_faults;
    QStringList m_path; //!< of paragraphs
    qsizetype m_read = 0;
};

//! Gives the renderer the values of fields and the texts of paragraphs, each of its own kind: a value is never a template. A
//! condition sees its field, and opens no scope: names are always whole.
class FieldContext final : public mustache::basic_context<std::string>
{
public:
    FieldContext(const ReplyFields &fields, const Paragraphs &paragraphs)
    {
        for (const ReplyField &field : fields.all()) {
            const QString value = masked(valueOf(field));
            m_values.try_emplace(field.code.toStdString(),
                                 value.isEmpty() ? mustache::data(false) : mustache::data(value.toStdString()));
        }
        for (auto it = paragraphs.begin(); it != paragraphs.end(); ++it)
            m_paragraphs.try_emplace(it.key().toStdString(), normalised(it->text).toStdString());
    }

    void push(const mustache::data * /*data*/) override {}
    void pop() override {}
    const mustache::data *get(const std::string &name) const override { return in(m_values, name); }
    const mustache::data *get_partial(const std::string &name) const override { return in(m_paragraphs, name); }

private:
    using Texts = std::unordered_map<std::string, mustache::data>;

    static const mustache::data *in(const Texts &texts, const std::string &name)
    {
        const auto at = texts.find(name);
        return at == texts.end() ? nullptr : &at->second;
    }

    Texts m_values, m_paragraphs;
};

} // namespace

Result<Rendering> render(const QString &text, const ReplyFields &fields, const Paragraphs &paragraphs, ReplyFormat format,
                         const TemplateLimits &limits)
{
    const QString source = normalised(text);
    Check check(fields, paragraphs, limits);
    check.read(source, true);
    Rendering rendering{{}, check.faults()};
    if (!check.canBeRendered())
        return rendering;
    mustache::mustache renderer(source.toStdString());
    renderer.set_custom_escape([](const std::string &value) { return value; }); // masked, and escaped with the whole below
    FieldContext context(fields, paragraphs);
    std::string composed;
    if (renderer.is_valid())
        composed = renderer.render(context);
    if (!renderer.is_valid())
        return Error{ErrorCode::Aborted, QString::fromStdString(renderer.error_message())};
    const QString result = QString::fromStdString(composed);
    if (result.contains("{{"_L1)) // braces of texts that came to stand side by side; those of values are masked
        rendering.faults.append({TemplateFault::UnclosedTag, {}, {}, {}});
    switch (format) {
    case ReplyFormat::Plain: rendering.text = plainText(result); break;
    case ReplyFormat::Html: rendering.text = htmlText(result); break;
    case ReplyFormat::Composed: rendering.text = withFewMasks(result.trimmed()); break;
    }
    return rendering;
}

QString generalised(const QString &text, const ReplyFields &fields)
{
    constexpr qsizetype fewest = 3;
    QList<std::pair<QString, QString>> known; // value and code
    for (const ReplyField &field : fields.all()) {
        const QString value = valueOf(field);
        if (value.size() >= fewest && !value.contains(u'\n'))
            known.append({value, field.code});
    }
    std::stable_sort(known.begin(), known.end(), [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    QString result = normalised(text);
    const auto isWord = [](const QString &all, qsizetype at) {
        return at >= 0 && at < all.size() && all.at(at).isLetterOrNumber();
    };
    for (const auto &[value, code] : std::as_const(known)) {
        for (qsizetype at = result.indexOf(value, 0, Qt::CaseInsensitive); at >= 0;
             at = result.indexOf(value, at, Qt::CaseInsensitive)) {
            const qsizetype end = at + value.size();
            const bool isInTag = result.lastIndexOf(u"{{"_s, at) > result.lastIndexOf(u"}}"_s, at);
            if (isInTag || isWord(result, at - 1) || isWord(result, end)) {
                at = end;
                continue;
            }
            const QString tag = u"{{"_s + code + u"}}"_s;
            result.replace(at, value.size(), tag);
            at += tag.size();
        }
    }
    return result;
}

QString filledIn(const QString &text, const ReplyFields &fields)
{
    using What = TemplateTag::What;
    const auto isHarmless = [](const QString &value) {
        static const QRegularExpression marks(u"[{}*\n\\x{FDD0}-\\x{FDEF}]"_s);
        return !value.isEmpty() && !value.startsWith(u'-') && !value.contains(marks);
    };
    const auto valueIn = [&fields](const QString &name) {
        const ReplyField *field = fields.find(name);
        return field ? valueOf(*field) : QString();
    };
    QString result;
    qsizetype done = 0;
    QList<std::pair<QString, bool>> open; // sections, and whether they are shown
    const auto isShown = [&open] { return std::all_of(open.begin(), open.end(), [](const auto &o) { return o.second; }); };
    const QString source = normalised(text);
    for (const TemplateTag &tag : tagsOf(source)) {
        if (isShown())
            result += QStringView(source).sliced(done, tag.at - done);
        done = tag.at + tag.length;
        const bool isSection = tag.what == What::Section || tag.what == What::Inverted;
        if (isSection) {
            if (!fields.find(tag.name))
                return text; // to be mended first
            open.append({tag.name, valueIn(tag.name).isEmpty() == (tag.what == What::Inverted)});
        } else if (tag.what == What::End) {
            if (open.isEmpty() || open.last().first != tag.name)
                return text;
            open.removeLast();
        } else if (tag.what == What::Comment || !isShown()) {
            continue;
        } else {
            const QString value = tag.what == What::Field ? valueIn(tag.name) : QString();
            result += isHarmless(value) ? value : source.sliced(tag.at, tag.length);
        }
    }
    if (!open.isEmpty())
        return text;
    result += QStringView(source).sliced(done);
    return result;
}

QString mustacheFrom(const QString &cardText)
{
    static const QHash<QString, QString> names{{u"request"_s, u"request.number"_s},
                                               {u"citizen"_s, u"citizen.name"_s},
                                               {u"due"_s, u"request.due"_s},
                                               {u"service"_s, u"service.name"_s},
                                               {u"street"_s, u"request.address"_s},
                                               {u"date"_s, u"today"_s},
                                               {u"day"_s, u"today"_s},
                                               {u"received"_s, u"request.received"_s}};
    static const QRegularExpression braces(uR"((?<!\{)\{([A-Za-z_][A-Za-z0-9_.]*)\}(?!\}))"_s);
    QString result;
    qsizetype done = 0;
    for (auto it = braces.globalMatch(cardText); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(cardText).sliced(done, match.capturedStart() - done);
        result += u"{{"_s + names.value(match.captured(1), match.captured(1)) + u"}}"_s;
        done = match.capturedEnd();
    }
    result += QStringView(cardText).sliced(done);
    return result;
}

} // namespace parvis

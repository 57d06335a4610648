#pragma once

#include "domain/mutation.h"
#include "domain/request.h"

namespace parvis {

enum class TemplateUse {
    Reply,          //!< begins a reply
    Paragraph,      //!< stands in others by its code: {{> appeals}}
    Acknowledgement //!< goes out by itself at reception
};
template <>
struct Tokens<TemplateUse>
{
    static constexpr std::array<QLatin1StringView, 3> words{QLatin1StringView("reply"), QLatin1StringView("paragraph"),
                                                            QLatin1StringView("acknowledgement")};
};

enum class ReplyTone { Neutral, Formal, Friendly, Firm };
template <>
struct Tokens<ReplyTone>
{
    static constexpr std::array<QLatin1StringView, 4> words{QLatin1StringView("neutral"), QLatin1StringView("formal"),
                                                            QLatin1StringView("friendly"), QLatin1StringView("firm")};
};

//! A text that replies are made of, in Mustache (mustache(5), see wording/replytemplate.h). Everybody reads it; whoever writes
//! procedure cards of its service writes it, and of no service whoever writes any.
struct ReplyTemplate
{
    static constexpr Kind kind = Kind::Template;
    static EntityDescription description();

    Id id;
    TemplateUse use = TemplateUse::Reply;
    QString code; //!< of a paragraph, by which others name it
    QString name;
    Id card;                                   //!< for requests of this card; null: of any
    Id theme;                                  //!< for requests of this theme and those below it; null: of any
    Id service;                                //!< whose it is; null: the town's
    ReplyChannel channel = ReplyChannel::None; //!< None: any
    ReplyTone tone = ReplyTone::Neutral;
    QString subject; //!< Mustache too; empty: the request's
    QString text;
    bool archived = false;
    Id author;
    QJsonObject extra;

    bool operator==(const ReplyTemplate &) const = default;
};

//! Is the change of a template from \a before (empty: it is new) to \a after allowed? It is written by those who write the cards
//! of its service, and stays theirs.
Refusal templateRefusal(const QJsonObject &before, const QJsonObject &after, const Actor &actor);

//! How well a template fits a request that is answered by \a channel: higher is better, 0: not at all. \a themes: the request's
//! and those above it.
int fitness(const ReplyTemplate &t, const Id &card, const IdSet &themes, const Id &service, ReplyChannel channel);

} // namespace parvis

#include "channels/smscarrier.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

Status checkSms(const SmsMessage &message)
{
    static const QRegularExpression number(u"\\A\\+[1-9][0-9]{6,14}\\z"_s);
    constexpr qsizetype longest = 1'600; // no gateway takes more than ten parts
    const auto fault = [](const QString &what) { return Error{ErrorCode::InvalidInput, what}; };
    if (!number.match(message.to).hasMatch())
        return fault(u"to"_s);
    const bool isClean = message.text.isValidUtf16() && std::all_of(message.text.begin(), message.text.end(), [](QChar c) {
                             return c == u'\n' || c.category() != QChar::Other_Control;
                         });
    if (message.text.trimmed().isEmpty() || message.text.size() > longest || !isClean)
        return fault(u"text"_s);
    const QUuid reference = QUuid::fromString(message.reference); // which reads over what follows
    if (reference.isNull() || reference.toString(QUuid::WithoutBraces) != message.reference)
        return fault(u"reference"_s);
    return success();
}

} // namespace parvis

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CardWords</name>
    <message numerus="yes">
        <source>%n request(s) without a card</source>
        <translation>
            <numerusform>%n request without a card</numerusform>
            <numerusform>%n requests without a card</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n m</source>
        <extracomment>a distance</extracomment>
        <translation>
            <numerusform>%n m</numerusform>
            <numerusform>%n m</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailWords</name>
    <message numerus="yes">
        <source>%n letter(s) printed and kept with their requests.</source>
        <translation>
            <numerusform>%n letter printed and kept with their requests.</numerusform>
            <numerusform>%n letters printed and kept with their requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) posted.</source>
        <translation>
            <numerusform>%n letter posted.</numerusform>
            <numerusform>%n letters posted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) handed over.</source>
        <translation>
            <numerusform>%n reply(ies) handed over.</numerusform>
            <numerusform>%n reply(ies) handed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued again.</source>
        <translation>
            <numerusform>%n queued again.</numerusform>
            <numerusform>%n queued again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded as received.</source>
        <translation>
            <numerusform>%n recorded as received.</numerusform>
            <numerusform>%n recorded as received.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) came back.</source>
        <translation>
            <numerusform>%n letter came back.</numerusform>
            <numerusform>%n letters came back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken: somebody else was quicker.</source>
        <translation>
            <numerusform>%n could not be taken: somebody else was quicker.</numerusform>
            <numerusform>%n could not be taken: somebody else was quicker.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n printed letter(s)</source>
        <translation>
            <numerusform>%n printed letter</numerusform>
            <numerusform>%n printed letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posted letter(s)</source>
        <translation>
            <numerusform>%n posted letter</numerusform>
            <numerusform>%n posted letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) handed over</source>
        <translation>
            <numerusform>%n reply(ies) handed over</numerusform>
            <numerusform>%n reply(ies) handed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued again</source>
        <translation>
            <numerusform>%n queued again</numerusform>
            <numerusform>%n queued again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded as received</source>
        <translation>
            <numerusform>%n recorded as received</numerusform>
            <numerusform>%n recorded as received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) that came back</source>
        <translation>
            <numerusform>%n letter that came back</numerusform>
            <numerusform>%n letters that came back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message numerus="yes">
        <source>On %n of them the contact with the reply stays; a note says that it does not hold.</source>
        <translation>
            <numerusform>On %n of them the contact with the reply stays; a note says that it does not hold.</numerusform>
            <numerusform>On %n of them the contact with the reply stays; a note says that it does not hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundPage</name>
    <message numerus="yes">
        <source>%1, %n stop(s)</source>
        <extracomment>%1 the patroller</extracomment>
        <translation>
            <numerusform>%1, %n stop</numerusform>
            <numerusform>%1, %n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Next attempt in %n second(s).</source>
        <translation>
            <numerusform>Next attempt in %n second.</numerusform>
            <numerusform>Next attempt in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n working day(s)</source>
        <translation>
            <numerusform>in %n working day</numerusform>
            <numerusform>in %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::AgentSection</name>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s)</source>
        <translation>
            <numerusform>%n open request</numerusform>
            <numerusform>%n open requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sees %n service(s), with %1.</source>
        <extracomment>%1: &quot;412 open requests&quot;</extracomment>
        <translation>
            <numerusform>Sees %n service, with %1.</numerusform>
            <numerusform>Sees %n services, with %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New: %n service(s).</source>
        <translation>
            <numerusform>New: %n service.</numerusform>
            <numerusform>New: %n services.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ApprovalWords</name>
    <message numerus="yes">
        <source>%n citizen(s)</source>
        <translation>
            <numerusform>%n citizen</numerusform>
            <numerusform>%n citizens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ApprovalsWorkspace</name>
    <message numerus="yes">
        <source>%n reply(ies) approved, each with its own seal.</source>
        <translation>
            <numerusform>%n reply(ies) approved, each with its own seal.</numerusform>
            <numerusform>%n reply(ies) approved, each with its own seal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>approval of %n reply(ies)</source>
        <translation>
            <numerusform>approval of %n reply(ies)</numerusform>
            <numerusform>approval of %n reply(ies)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::BoardView</name>
    <message numerus="yes">
        <source>%n late</source>
        <extracomment>after the title of a lane and its number of cases</extracomment>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n most urgent; the list has them all.</source>
        <translation>
            <numerusform>The %n most urgent; the list has them all.</numerusform>
            <numerusform>The %n most urgent; the list has them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::BulkPane</name>
    <message numerus="yes">
        <source>%n request(s) chosen</source>
        <translation>
            <numerusform>%n request chosen</numerusform>
            <numerusform>%n requests chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) stay as they were; %1: %2</source>
        <extracomment>first the number of a request, then why it was refused</extracomment>
        <translation>
            <numerusform>%n request stay as they were; %1: %2</numerusform>
            <numerusform>%n requests stay as they were; %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note added to %n request(s).</source>
        <translation>
            <numerusform>Note added to %n request.</numerusform>
            <numerusform>Note added to %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) reassigned.</source>
        <translation>
            <numerusform>%n request reassigned.</numerusform>
            <numerusform>%n requests reassigned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) taken.</source>
        <translation>
            <numerusform>%n request taken.</numerusform>
            <numerusform>%n requests taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in progress.</source>
        <translation>
            <numerusform>%n request in progress.</numerusform>
            <numerusform>%n requests in progress.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) put back.</source>
        <translation>
            <numerusform>%n request put back.</numerusform>
            <numerusform>%n requests put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) answered and closed.</source>
        <translation>
            <numerusform>%n request answered and closed.</numerusform>
            <numerusform>%n requests answered and closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>note on %n request(s)</source>
        <extracomment>named after &quot;undo:&quot;</extracomment>
        <translation>
            <numerusform>note on %n request</numerusform>
            <numerusform>note on %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reassignment of %n request(s)</source>
        <translation>
            <numerusform>reassignment of %n request</numerusform>
            <numerusform>reassignment of %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) taken</source>
        <translation>
            <numerusform>%n request taken</numerusform>
            <numerusform>%n requests taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>beginning of %n request(s)</source>
        <translation>
            <numerusform>beginning of %n request</numerusform>
            <numerusform>beginning of %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) put back</source>
        <translation>
            <numerusform>%n request put back</numerusform>
            <numerusform>%n requests put back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>closing of %n request(s)</source>
        <translation>
            <numerusform>closing of %n request</numerusform>
            <numerusform>closing of %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) gathered in one incident.</source>
        <translation>
            <numerusform>%n request gathered in one incident.</numerusform>
            <numerusform>%n requests gathered in one incident.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) taken out of the incident.</source>
        <translation>
            <numerusform>%n request taken out of the incident.</numerusform>
            <numerusform>%n requests taken out of the incident.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>incident of %n request(s)</source>
        <translation>
            <numerusform>incident of %n request</numerusform>
            <numerusform>incident of %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) taken out</source>
        <translation>
            <numerusform>%n request taken out</numerusform>
            <numerusform>%n requests taken out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The merge is taken back: %n request(s) stand by themselves again.</source>
        <translation>
            <numerusform>The merge is taken back: %n request stands by itself again.</numerusform>
            <numerusform>The merge is taken back: %n requests stand by themselves again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::CalendarSection</name>
    <message numerus="yes">
        <source>%n open request(s) are promised for a day that would be closed (%1).</source>
        <translation>
            <numerusform>%n open request is promised for a day that would be closed (%1).</numerusform>
            <numerusform>%n open requests are promised for a day that would be closed (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::CardPane</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::CompleterField</name>
    <message numerus="yes">
        <source>%n suggestion(s). %1</source>
        <translation>
            <numerusform>%n suggestion. %1</numerusform>
            <numerusform>%n suggestions. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ContactForm</name>
    <message numerus="yes">
        <source>%n open request(s)</source>
        <translation>
            <numerusform>%n open request</numerusform>
            <numerusform>%n open requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::DetailView</name>
    <message numerus="yes">
        <source>Promised within %n working day(s):</source>
        <translation>
            <numerusform>Promised within %n working day:</numerusform>
            <numerusform>Promised within %n working days:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::DuplicatesPane</name>
    <message numerus="yes">
        <source>%n m away</source>
        <translation>
            <numerusform>%n m away</numerusform>
            <numerusform>%n m away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n likely duplicate(s)</source>
        <translation>
            <numerusform>%n likely duplicate</numerusform>
            <numerusform>%n likely duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>incident of %n report(s)</source>
        <translation>
            <numerusform>incident of %n report</numerusform>
            <numerusform>incident of %n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::FilePreview</name>
    <message numerus="yes">
        <source>%1 · %n page(s)</source>
        <extracomment>size of a file and number of its pages</extracomment>
        <translation>
            <numerusform>%1 · %n page</numerusform>
            <numerusform>%1 · %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::GroupPane</name>
    <message numerus="yes">
        <source>%n request(s): %1</source>
        <translation>
            <numerusform>%n request: %1</numerusform>
            <numerusform>%n requests: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::IncidentBand</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) merged into it</source>
        <translation>
            <numerusform>%n incident merged into it</numerusform>
            <numerusform>%n incidents merged into it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::IncidentReview</name>
    <message numerus="yes">
        <source>Possible incident: %n report(s)</source>
        <translation>
            <numerusform>Possible incident: %n report</numerusform>
            <numerusform>Possible incident: %n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more to look at.</source>
        <translation>
            <numerusform>%n more to look at.</numerusform>
            <numerusform>%n more to look at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::LinksPanel</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::MailWorkspace</name>
    <message numerus="yes">
        <source>%n line(s) written · Escape stops</source>
        <translation>
            <numerusform>%n line written · Escape stops</numerusform>
            <numerusform>%n lines written · Escape stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were saved as %1.</source>
        <translation>
            <numerusform>%n line were saved as %1.</numerusform>
            <numerusform>%n lines were saved as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n letter(s)</source>
        <translation>
            <numerusform>Print %n letter</numerusform>
            <numerusform>Print %n letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::MapErrand</name>
    <message numerus="yes">
        <source>Round of %n stop(s)</source>
        <translation>
            <numerusform>Round of %n stop</numerusform>
            <numerusform>Round of %n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place: in the list only</source>
        <translation>
            <numerusform>%n without a place: in the list only</numerusform>
            <numerusform>%n without a place: in the list only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::MapWorkspace</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place: in the tables only</source>
        <translation>
            <numerusform>%n without a place: in the tables only</numerusform>
            <numerusform>%n without a place: in the tables only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::NoticeBell</name>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Notifications, %n new</numerusform>
            <numerusform>Notifications, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::PagePane</name>
    <message numerus="yes">
        <source>%n reply(ies) alike: look at %1 of them, this is the %2. one. A: it is right; Escape: stop.</source>
        <translation>
            <numerusform>%n reply(ies) alike: look at %1 of them, this is the %2. one. A: it is right; Escape: stop.</numerusform>
            <numerusform>%n reply(ies) alike: look at %1 of them, this is the %2. one. A: it is right; Escape: stop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed meanwhile and is/are left out.</source>
        <translation>
            <numerusform>%n of them changed meanwhile and is/are left out.</numerusform>
            <numerusform>%n of them changed meanwhile and is/are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve all %n alike</source>
        <translation>
            <numerusform>Approve all %n alike</numerusform>
            <numerusform>Approve all %n alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enclosure(s)</source>
        <translation>
            <numerusform>%n enclosure</numerusform>
            <numerusform>%n enclosures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::PasswordForm</name>
    <message numerus="yes">
        <source>At least %n characters: a sentence is easy to remember and hard to guess.</source>
        <translation>
            <numerusform>At least %n character: a sentence is easy to remember and hard to guess.</numerusform>
            <numerusform>At least %n characters: a sentence is easy to remember and hard to guess.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A password has at least %n characters. Nothing was sent.</source>
        <translation>
            <numerusform>A password has at least %n character. Nothing was sent.</numerusform>
            <numerusform>A password has at least %n characters. Nothing was sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::QueueWords</name>
    <message numerus="yes">
        <source>Late: %n case(s)</source>
        <extracomment>parts of the plan of the day</extracomment>
        <translation>
            <numerusform>Late: %n case</numerusform>
            <numerusform>Late: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due today: %n case(s)</source>
        <translation>
            <numerusform>Due today: %n case</numerusform>
            <numerusform>Due today: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due on the next working day: %n case(s)</source>
        <translation>
            <numerusform>Due on the next working day: %n case</numerusform>
            <numerusform>Due on the next working day: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody has them yet: %n case(s)</source>
        <translation>
            <numerusform>Nobody has them yet: %n case</numerusform>
            <numerusform>Nobody has them yet: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due within the week: %n case(s)</source>
        <translation>
            <numerusform>Due within the week: %n case</numerusform>
            <numerusform>Due within the week: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, and due within the week; ask again: %n case(s)</source>
        <translation>
            <numerusform>Waiting, and due within the week; ask again: %n case</numerusform>
            <numerusform>Waiting, and due within the week; ask again: %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ReadingPane</name>
    <message numerus="yes">
        <source>%n request(s) in the last twelve months</source>
        <translation>
            <numerusform>%n request in the last twelve months</numerusform>
            <numerusform>%n requests in the last twelve months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reopened</source>
        <translation>
            <numerusform>%n reopened</numerusform>
            <numerusform>%n reopened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n escalated</source>
        <translation>
            <numerusform>%n escalated</numerusform>
            <numerusform>%n escalated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ReplyPane</name>
    <message numerus="yes">
        <source>One reply to %n citizen(s)</source>
        <translation>
            <numerusform>One reply to %n citizen</numerusform>
            <numerusform>One reply to %n citizens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s): %1</source>
        <translation>
            <numerusform>%n letter: %1</numerusform>
            <numerusform>%n letters: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SMS: %n message(s) for each</source>
        <translation>
            <numerusform>SMS: %n message for each</numerusform>
            <numerusform>SMS: %n messages for each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n citizen(s) can be answered with one reply.</source>
        <translation>
            <numerusform>At most %n citizen can be answered with one reply.</numerusform>
            <numerusform>At most %n citizens can be answered with one reply.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To all %n citizens</source>
        <extracomment>goes on with another reply that was begun to the same request</extracomment>
        <translation>
            <numerusform>To the citizen</numerusform>
            <numerusform>To all %n citizens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n citizen(s) to whom it was written can&apos;t be reached any more, and will get nothing.</source>
        <translation>
            <numerusform>%n citizen to whom it was written can&apos;t be reached any more, and will get nothing.</numerusform>
            <numerusform>%n citizens to whom it was written can&apos;t be reached any more, and will get nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies, one for each service that reads them:</source>
        <translation>
            <numerusform>%n reply, read by its service:</numerusform>
            <numerusform>%n replies, one for each service that reads them:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies of %1 already wait for approval: this would be one more.</source>
        <translation>
            <numerusform>%n reply of %1 already waits for approval: this would be one more.</numerusform>
            <numerusform>%n replies of %1 already wait for approval: this would be one more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ReplyPaper</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::RequestLines</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open</source>
        <extracomment>%1: &quot;3 requests&quot;; %n of them are open</extracomment>
        <translation>
            <numerusform>%1, %n open</numerusform>
            <numerusform>%1, %n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::RequestsWorkspace</name>
    <message numerus="yes">
        <source>Taken back on %n request(s).</source>
        <translation>
            <numerusform>Taken back on %n request.</numerusform>
            <numerusform>Taken back on %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The reply to %n citizen(s) waits for approval.</source>
        <translation>
            <numerusform>The reply to %n citizen waits for approval.</numerusform>
            <numerusform>The reply to %n citizens waits for approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies, one for each service, wait for approval.</source>
        <translation>
            <numerusform>%n reply waits for approval.</numerusform>
            <numerusform>%n replies, one for each service, wait for approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The replies to %n citizens go out in a minute.</source>
        <translation>
            <numerusform>The reply to %n citizen goes out in a minute.</numerusform>
            <numerusform>The replies to %n citizens go out in a minute.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::RuleSection</name>
    <message numerus="yes">
        <source>Of the last %1 requests, %n would go elsewhere</source>
        <translation>
            <numerusform>Of the last %1 requests, %n would go elsewhere</numerusform>
            <numerusform>Of the last %1 requests, %n would go elsewhere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::SignInPage</name>
    <message numerus="yes">
        <source>A password has at least %n characters. Nothing was sent.</source>
        <translation>
            <numerusform>A password has at least %n character. Nothing was sent.</numerusform>
            <numerusform>A password has at least %n characters. Nothing was sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::StatusLine</name>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n to settle</numerusform>
            <numerusform>%n to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::Text</name>
    <message numerus="yes">
        <source>The cards of %1 go through %n step(s).</source>
        <translation>
            <numerusform>The cards of %1 go through %n step.</numerusform>
            <numerusform>The cards of %1 go through %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gateway has taken the SMS as %1, in %n parts.</source>
        <translation>
            <numerusform>The gateway has taken the SMS as %1, in %n parts.</numerusform>
            <numerusform>The gateway has taken the SMS as %1, in %n parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The mailbox is open. Unread: %n.</source>
        <translation>
            <numerusform>The mailbox is open. Unread: %n.</numerusform>
            <numerusform>The mailbox is open. Unread: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of them reports of mails that did not arrive or are late: %n.</source>
        <translation>
            <numerusform>Of them reports of mails that did not arrive or are late: %n.</numerusform>
            <numerusform>Of them reports of mails that did not arrive or are late: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Returned mail: %n read.</source>
        <translation>
            <numerusform>Returned mail: %n read.</numerusform>
            <numerusform>Returned mail: %n read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n sent.</source>
        <extracomment>%1: &quot;E-mail to citizens&quot;, &quot;SMS&quot;</extracomment>
        <translation>
            <numerusform>%1: %n sent.</numerusform>
            <numerusform>%1: %n sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n refused for good (%2).</source>
        <extracomment>%1: &quot;E-mail to citizens&quot;, &quot;SMS&quot;; %2: what a server said</extracomment>
        <translation>
            <numerusform>%1: %n refused for good (%2).</numerusform>
            <numerusform>%1: %n refused for good (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n to be tried again (%2).</source>
        <extracomment>%1: &quot;E-mail to citizens&quot;, &quot;SMS&quot;; %2: what a server said</extracomment>
        <translation>
            <numerusform>%1: %n to be tried again (%2).</numerusform>
            <numerusform>%1: %n to be tried again (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: of %n nobody knows whether it went; an agent decides (%2).</source>
        <extracomment>%1: &quot;E-mail to citizens&quot;, &quot;SMS&quot;; %2: what broke</extracomment>
        <translation>
            <numerusform>%1: of %n nobody knows whether it went; an agent decides (%2).</numerusform>
            <numerusform>%1: of %n nobody knows whether it went; an agent decides (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ThemeSection</name>
    <message numerus="yes">
        <source>%n procedure card(s) are of this theme.</source>
        <translation>
            <numerusform>%n procedure card is of this theme.</numerusform>
            <numerusform>%n procedure cards are of this theme.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::TodayPane</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered on the spot</source>
        <translation>
            <numerusform>%n answered on the spot</numerusform>
            <numerusform>%n answered on the spot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transmitted</source>
        <translation>
            <numerusform>%n transmitted</numerusform>
            <numerusform>%n transmitted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::Tray</name>
    <message numerus="yes">
        <source>Parvis: %n notification(s) unread</source>
        <translation>
            <numerusform>Parvis: %n notification unread</numerusform>
            <numerusform>Parvis: %n notifications unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::UnitSection</name>
    <message numerus="yes">
        <source>Of %1 open cases, %n would be reminded of by today.</source>
        <translation>
            <numerusform>Of %1 open cases, %n would be reminded of by today.</numerusform>
            <numerusform>Of %1 open cases, %n would be reminded of by today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s) go to nobody: they stay where no one takes them, until a successor is named.</source>
        <translation>
            <numerusform>%n open case goes to nobody: it stays where no one takes it, until a successor is named.</numerusform>
            <numerusform>%n open cases go to nobody: they stay where no one takes them, until a successor is named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s) go to %1.</source>
        <translation>
            <numerusform>%n open case goes to %1.</numerusform>
            <numerusform>%n open cases go to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::Workbench</name>
    <message numerus="yes">
        <source>%n change(s) could not be taken as they are: see Sync.</source>
        <translation>
            <numerusform>%n change could not be taken as it is: see Sync.</numerusform>
            <numerusform>%n changes could not be taken as they are: see Sync.</numerusform>
        </translation>
    </message>
</context>
</TS>

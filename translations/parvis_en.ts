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
    <name>parvis::AdminWorkspace</name>
    <message numerus="yes">
        <source>Of the last %1 requests, %n would go elsewhere</source>
        <translation>
            <numerusform>Of the last %1 requests, %n would go elsewhere</numerusform>
            <numerusform>Of the last %1 requests, %n would go elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1 open cases, %n would be reminded of by today.</source>
        <translation>
            <numerusform>Of %1 open cases, %n would be reminded of by today.</numerusform>
            <numerusform>Of %1 open cases, %n would be reminded of by today.</numerusform>
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

-- A request is found by what its card's own form holds, too (form_words: see store/formwords.h).
DROP TABLE request_fts;
DROP VIEW request_text;
CREATE VIEW request_text(rowid, words) AS
    SELECT r.rowid, concat_ws(' ', r.number, ltrim(substr(r.number, 6), '0'), r.subject, r.text, r.address, c.last_name,
        c.first_name, c.organisation, c.phone, c.phone2, form_words(r.form))
    FROM request r LEFT JOIN citizen c ON c.id = r.citizen;
CREATE VIRTUAL TABLE request_fts USING fts5(words, content='request_text', content_rowid='rowid',
    tokenize="unicode61 remove_diacritics 2", prefix='3', detail=column, columnsize=0);
INSERT INTO request_fts(request_fts) VALUES('rebuild');

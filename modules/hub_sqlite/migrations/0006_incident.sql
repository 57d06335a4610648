-- Open requests (kind 8) by their square of some 200 m, as desks have it in the column "cell": what a new report is compared with.
CREATE INDEX entity_open_place ON entity (town,
        CAST((json_extract(document, '$.latitude') + 90) * 500 AS INTEGER) * 1000000
        + CAST((json_extract(document, '$.longitude') + 180) * 350 AS INTEGER))
    WHERE kind = 8 AND json_extract(document, '$.latitude') IS NOT NULL
        AND ifnull(json_extract(document, '$.status'), 'received') NOT IN ('answered', 'closed');

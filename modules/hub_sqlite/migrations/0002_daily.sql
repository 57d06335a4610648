-- What the hub looks through once a day: requests (kind 8) that are neither answered nor closed.
CREATE INDEX entity_open ON entity (town, id)
    WHERE kind = 8 AND ifnull(json_extract(document, '$.status'), 'received') NOT IN ('answered', 'closed');

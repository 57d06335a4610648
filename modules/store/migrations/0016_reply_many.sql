-- What is still to go out to several is found from each request that it answers, not only where it is filed.
CREATE INDEX reply_unsent ON reply(id) WHERE ifnull(state, 'draft') IN ('draft', 'in_approval');

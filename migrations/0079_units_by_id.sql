-- Where a unit serves is asked for each unit of a page in the directory.
create index on unit_serves (unit_id);

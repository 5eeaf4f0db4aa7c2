-- Since when recounts are made, for it to be told of where the first never ends.
-- Runs unchanged on MySQL 9.7 and MariaDB 10.11 or later.
alter table recount add column since datetime(6); -- UTC, the database's
update recount set since = utc_timestamp(6);

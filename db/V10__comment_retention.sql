-- Comments that were kept for long enough are erased (SURVEY_COMMENT_RETENTION). They are found by an index that knows which responses
-- have one: most of the old ones have none any more.
-- Runs unchanged on MySQL 9.7 and MariaDB 10.11 or later.
alter table response
  add column has_comment tinyint generated always as (comment is not null) stored,
  add key response_has_comment (wave, has_comment, submitted_at, id);

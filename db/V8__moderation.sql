-- What admins change of a response: whether it counts, and whether its comment is published.
-- Runs unchanged on MySQL 9.7 and MariaDB 10.11 or later.
alter table response
  add column version int not null default 0,       -- grows with every decision: of two who change it at once, one is told
  add column exclusion_reason varchar(9),          -- why an admin took it out; null unless it is excluded
  add column status_before varchar(9),             -- what an excluded response is again when it is brought back
  add constraint response_exclusion_reason check (exclusion_reason in ('SPAM', 'TEST', 'DUPLICATE', 'OTHER')),
  add constraint response_status_before check (status_before in ('COUNTED', 'FLAGGED')),
  add constraint response_exclusion check (
    status = 'EXCLUDED' or coalesce(exclusion_reason, status_before) is null),
  -- The original wave is as it was published, for good.
  add constraint response_original_unchanged check (
    wave = 'LIVE' or (status = 'COUNTED' and comment_public = 'APPROVED' and version = 0)),
  -- Lists of some status, and of comments in some state of publication, newest or oldest first.
  add key response_status (wave, status, submitted_at, id),
  add key response_publication (wave, comment_public, submitted_at, id, status);

alter table audit_entry add column reason varchar(9); -- of an exclusion

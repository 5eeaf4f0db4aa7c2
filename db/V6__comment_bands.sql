-- The one band of age that a published comment of the LIVE wave shows: fixed when the comment is approved, and only where the
-- disclosure rules pass the band then. Null: no age is shown.
alter table response
  add column comment_band varchar(13),
  add constraint response_comment_band check (comment_band in ('BAND_10S_20S', 'BAND_30S_40S', 'BAND_50S_PLUS')),
  add constraint response_comment_band_public check (
    comment_band is null or (wave = 'LIVE' and comment_public = 'APPROVED' and status <> 'WITHDRAWN'));

-- Published comments of one choice, page by page, in the order of a random value: that of the ids would tell when each was sent.
create index response_comment_public on response (wave, comment_public, primary_choice, receipt_hash);

-- A response is a row; the results are a cube (see README.md). Every code is stored by its name in the questionnaire.
-- Runs unchanged on MySQL 9.7 and MariaDB 10.11 or later.

create table response (
  id                    bigint      not null auto_increment,
  wave                  varchar(8)  not null,
  original_no           smallint,                -- 1 to 100 in the source's order; null for LIVE
  submitted_at          datetime(6),             -- UTC; null for ORIGINAL, whose date is not published
  -- One 0/1 column per choice (multiple dichotomy). Null is "not known": the source lists each comment under one choice only.
  stop_business         tinyint,
  complain              tinyint,
  forgive_if_apologised tinyint,
  not_bothered          tinyint,
  primary_choice        varchar(21),             -- nearest to the respondent's feeling; ORIGINAL: the choice it is listed under
  age_group             varchar(11),
  gender                varchar(9),
  occupation            varchar(21),
  comment               text,                    -- at most 1,000 code points, line breaks as LF; null: none
  comment_public        varchar(9)  not null,
  status                varchar(9)  not null,
  repeated              tinyint     not null default 0, -- 1: the same form was sent again; the first answers stayed
  key_hash              binary(32),              -- SHA-256 of the form's key; makes sending twice one response
  receipt_hash          binary(32),              -- SHA-256 of the receipt code; the code itself is nowhere
  primary key (id),
  unique key response_original_no (original_no),
  unique key response_key_hash (key_hash),
  unique key response_receipt_hash (receipt_hash),
  key response_submitted_at (wave, submitted_at, id),
  constraint response_wave check (wave in ('ORIGINAL', 'LIVE')),
  constraint response_wave_identity check (
    (wave = 'ORIGINAL' and original_no is not null and original_no between 1 and 100
     and submitted_at is null and key_hash is null and receipt_hash is null)
    or (wave = 'LIVE' and original_no is null
        and submitted_at is not null and key_hash is not null and receipt_hash is not null)),
  constraint response_choices check (
    stop_business in (0, 1) and complain in (0, 1) and forgive_if_apologised in (0, 1) and not_bothered in (0, 1)),
  constraint response_primary_choice check (
    primary_choice in ('STOP_BUSINESS', 'COMPLAIN', 'FORGIVE_IF_APOLOGISED', 'NOT_BOTHERED')),
  constraint response_age_group check (
    age_group in ('AGE_10S', 'AGE_20S', 'AGE_30S', 'AGE_40S', 'AGE_50S', 'AGE_60S', 'AGE_70S', 'AGE_80_PLUS', 'NO_ANSWER')),
  constraint response_gender check (gender in ('FEMALE', 'MALE', 'OTHER', 'NO_ANSWER')),
  constraint response_occupation check (
    occupation in ('COMPANY_EMPLOYEE', 'PUBLIC_SERVANT', 'SELF_EMPLOYED', 'FREELANCE', 'CONTRACT_OR_TEMPORARY', 'PART_TIME',
                   'HOMEMAKER', 'STUDENT', 'NOT_EMPLOYED', 'OTHER', 'NO_ANSWER')),
  constraint response_comment check (char_length(comment) <= 1000),
  constraint response_comment_public check (comment_public in ('NO', 'REQUESTED', 'APPROVED', 'REFUSED')),
  constraint response_status check (status in ('COUNTED', 'FLAGGED', 'EXCLUDED', 'WITHDRAWN')),
  constraint response_repeated check (repeated in (0, 1)),
  -- The primary choice is one of those chosen; a withdrawn row holds no answer, every other holds all that its wave knows.
  constraint response_complete check (
    (status = 'WITHDRAWN'
     and coalesce(stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group, gender, occupation, comment) is null)
    or (status <> 'WITHDRAWN'
        and age_group is not null and gender is not null and occupation is not null
        and coalesce(case primary_choice
                       when 'STOP_BUSINESS' then stop_business
                       when 'COMPLAIN' then complain
                       when 'FORGIVE_IF_APOLOGISED' then forgive_if_apologised
                       when 'NOT_BOTHERED' then not_bothered
                     end, 0) = 1
        and (wave = 'ORIGINAL'
             or (stop_business is not null and complain is not null and forgive_if_apologised is not null and not_bothered is not null
                 and (not_bothered = 0 or stop_business + complain + forgive_if_apologised = 0)))))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- The cube: how many responses share wave, status and every closed answer. A choice that is not known is 9, since nulls in a
-- unique key do not collide. Written in the response's own transaction, last. Withdrawn responses are in no cell.
create table tally (
  wave                  varchar(8)  not null,
  status                varchar(9)  not null,
  stop_business         tinyint     not null,
  complain              tinyint     not null,
  forgive_if_apologised tinyint     not null,
  not_bothered          tinyint     not null,
  primary_choice        varchar(21) not null,
  age_group             varchar(11) not null,
  gender                varchar(9)  not null,
  occupation            varchar(21) not null,
  n                     bigint      not null,
  primary key (wave, status, stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group, gender, occupation),
  constraint tally_n check (n >= 0)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What the publisher printed: how many of base_n respondents named each choice. No rows can give these figures.
create table published_tally (
  wave                  varchar(8) not null,
  base_n                int        not null,
  stop_business         int        not null,
  complain              int        not null,
  forgive_if_apologised int        not null,
  not_bothered          int        not null,
  primary key (wave)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- One row, for all nodes: the secret that receipts are made with. Where the operator gives one, only its fingerprint is kept.
create table receipt_secret (
  id          tinyint    not null,
  fingerprint binary(32) not null,
  secret      binary(32),
  primary key (id),
  constraint receipt_secret_single check (id = 1)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

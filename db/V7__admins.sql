-- What staff do: who may sign in, who is signed in, what was done, and downloads under way.
-- Runs unchanged on MySQL 9.7 and MariaDB 10.11 or later.

create table admin_account (
  name          varchar(64)  not null,
  password_hash varchar(255) not null,             -- with algorithm, iterations and salt, as Jakarta Security's Pbkdf2PasswordHash writes it
  changed_at    datetime(6)  not null,             -- UTC
  primary key (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- One row for each browser that is signed in, on whatever node. Its cookie holds a random token; here is its hash alone.
create table admin_session (
  token_hash   binary(32)  not null,               -- SHA-256
  account      varchar(64) not null,
  signed_in_at datetime(6) not null,               -- UTC; the absolute limit counts from here
  last_used_at datetime(6) not null,               -- UTC, to the minute or so; the idle limit counts from here
  primary key (token_hash),
  constraint admin_session_account foreign key (account) references admin_account (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Who did what and when; never the data itself, nor where from. Rows are only ever added.
create table audit_entry (
  id          bigint       not null auto_increment,
  at          datetime(6)  not null,               -- UTC
  account     varchar(64),                         -- null: nobody that there is
  action      varchar(32)  not null,
  wave        varchar(8),
  response_id bigint,                              -- no foreign key: the log outlives what it tells of
  selection   varchar(255),                        -- of a download: its filters as in its address
  row_count   bigint,                              -- of a download: how many responses were sent
  primary key (id),
  key audit_entry_action (action, id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- How far downloads are, for the page that started them, on whatever node it asks. Old rows are of no use.
create table download (
  id         varchar(36) not null,                 -- a UUID of the page's making
  account    varchar(64) not null,
  started_at datetime(6) not null,                 -- UTC
  updated_at datetime(6) not null,                 -- UTC; about every second while it runs
  row_count  bigint      not null,                 -- responses sent so far
  state      varchar(8)  not null,
  primary key (id),
  constraint download_state check (state in ('RUNNING', 'COMPLETE', 'BROKEN'))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

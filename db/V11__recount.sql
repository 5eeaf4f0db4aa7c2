-- How the counts stood against the rows when they were last compared, and who compares them now. One row, for all nodes.
-- Every moment in it is the database's: clocks of nodes may differ.
-- Runs unchanged on MySQL 9.7 and MariaDB 10.11 or later.
create table recount (
  id             tinyint     not null,
  as_of          datetime(6),                      -- UTC; the moment of the last recount; null: there was none yet
  responses      bigint,                           -- how many it counted, withdrawn ones not
  cells          bigint,                           -- how many cells of the tally and the closed days differed
  difference     bigint,                           -- by how many responses, all these cells together
  rebuilt        bigint,                           -- how many cells had been put right right before; 0: nothing was asked for or needed
  -- An admin's requests, numbered: those up to "answered" are done. One of another node, or one that died, is not lost.
  asked          bigint      not null default 0,
  asked_rebuild  bigint      not null default 0,   -- the last that asks for a rebuild
  asked_by       varchar(64),                      -- who made the last
  answered       bigint      not null default 0,
  -- Grows with every transaction that puts cells right: of two that found the same difference, one does.
  rebuilds       bigint      not null default 0,
  -- Who is at it, until when unless they say that they still are: several nodes make one recount, and a dead one hinders none.
  counter        varchar(36),
  counting_until datetime(6),
  primary key (id),
  constraint recount_single check (id = 1)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

insert into recount (id) values (1);

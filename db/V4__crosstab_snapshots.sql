-- What is published of LIVE by each demographic: snapshots, the same from every node (see survey.results.crosstab).

-- The last trial of a new snapshot. Whoever changes the row makes the next one.
create table crosstab_trial (
  demographic varchar(10) not null,
  n           bigint      not null,                -- LIVE's base then; 0: none yet
  snapshot_no int         not null,                -- the last snapshot; 0: none yet
  primary key (demographic),
  constraint crosstab_trial_demographic check (demographic in ('AGE', 'GENDER', 'OCCUPATION'))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

insert into crosstab_trial (demographic, n, snapshot_no) values ('AGE', 0, 0), ('GENDER', 0, 0), ('OCCUPATION', 0, 0);

create table crosstab_snapshot (
  demographic varchar(10) not null,
  snapshot_no int         not null,                -- 1, 2, … within the demographic
  taken_at    datetime(6) not null,                -- UTC; the moment it describes
  primary key (demographic, snapshot_no),
  constraint crosstab_snapshot_demographic foreign key (demographic) references crosstab_trial (demographic)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- The published cells and no others. Every code of the demographic is in one block.
create table crosstab_cell (
  demographic    varchar(10)  not null,
  snapshot_no    int          not null,
  block          varchar(150) not null,            -- its codes in the form's order, with a blank between
  primary_choice varchar(21)  not null,
  n              bigint       not null,
  primary key (demographic, snapshot_no, block, primary_choice),
  constraint crosstab_cell_snapshot foreign key (demographic, snapshot_no) references crosstab_snapshot (demographic, snapshot_no)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

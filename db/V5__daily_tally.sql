-- The LIVE wave by day of submission in Japan. A cell that every transaction writes would be a hot row, so a day is rolled up
-- once, when it is over; what is not in a closed day yet is the tally less the closed days.

-- The days that are closed, one with no response too. Its row is written in the transaction that rolls the day up, as its first
-- statement: of several nodes that try, one goes on.
create table closed_day (
  day date not null,
  primary key (day)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Of the responses of a closed day: how many there are by status and primary choice, and how many of them chose each choice.
-- Whoever corrects, excludes, restores or withdraws a response changes in one transaction: first the response's row, then, if
-- its day is in closed_day as a locking read finds it, these cells, then the tally. (Rolling a day up locks its rows: so either
-- it sees the change or the change sees the closed day.) Withdrawn responses are in no cell.
create table daily_tally (
  wave                  varchar(8)  not null,
  day                   date        not null,
  status                varchar(9)  not null,
  primary_choice        varchar(21) not null,
  n                     bigint      not null,
  stop_business         bigint      not null,
  complain              bigint      not null,
  forgive_if_apologised bigint      not null,
  not_bothered          bigint      not null,
  primary key (wave, day, status, primary_choice),
  constraint daily_tally_day foreign key (day) references closed_day (day),
  constraint daily_tally_n check (n >= 0)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

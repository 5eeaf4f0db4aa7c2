-- The looks at which LIVE was compared with ORIGINAL: what had been counted when a summary first reached 100, 200, 400, …
-- respondents. Every node publishes these figures until the next look; derived figures only, and a row never changes.
-- Runs unchanged on MySQL 9.7 and MariaDB 10.11 or later.

create table comparison_look (
  number                        int         not null, -- 1 for the first
  taken_at                      datetime(6) not null, -- UTC
  n                             bigint      not null, -- LIVE's respondents at that moment: 100 × 2^(number - 1) or somewhat more
  stop_business                 bigint      not null, -- how many of them chose it, among others
  complain                      bigint      not null,
  forgive_if_apologised         bigint      not null,
  not_bothered                  bigint      not null,
  primary_stop_business         bigint      not null, -- how many it is nearest to; these four add up to n
  primary_complain              bigint      not null,
  primary_forgive_if_apologised bigint      not null,
  primary_not_bothered          bigint      not null,
  primary key (number),
  constraint comparison_look_number check (number >= 1),
  constraint comparison_look_mentions check (
    stop_business between 0 and n and complain between 0 and n
    and forgive_if_apologised between 0 and n and not_bothered between 0 and n),
  constraint comparison_look_primary check (
    primary_stop_business >= 0 and primary_complain >= 0
    and primary_forgive_if_apologised >= 0 and primary_not_bothered >= 0
    and primary_stop_business + primary_complain + primary_forgive_if_apologised + primary_not_bothered = n)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

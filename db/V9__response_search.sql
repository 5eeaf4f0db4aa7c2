-- What the admins' table of responses looks things up by. Runs on MySQL 9.7 and MariaDB 10.11 or later, and gives each what it has:
-- MariaDB has no full-text parser for Japanese and passes over what stands in /*!80000 … */, so there comments are read instead.

-- With stopwords, which are English, no n-gram with an "a" or an "i" in it would be indexed. The index keeps this setting.
set @words_left_out = 'none' /*!80000 , session innodb_ft_enable_stopword = off */;

alter table response
  /*!80000 add fulltext index response_comment (comment) with parser ngram, */
  comment = 'One row is one response';

-- What was done about one response, newest first.
create index audit_entry_response on audit_entry (response_id, id);

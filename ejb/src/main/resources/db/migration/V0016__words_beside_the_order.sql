-- The list is read along one of its orders. What customers said stands beside the keys of those orders, so that a word that
-- many used is met along the way, with neither a look into the answers nor their words to be taken apart again.
alter table cases add column search tsvector;

-- Angle brackets and slashes are blanks, or PostgreSQL takes what stands between them for markup or a path.
create function words_to_search(words text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple', translate(words, '<>/', '   '));

create function case_opened() returns trigger language plpgsql as $$
begin
  new.search := (select words_to_search(r.words) from responses r where r.id = new.response_id);
  return new;
end $$;
create trigger cases_search before insert on cases for each row execute function case_opened();

-- What is corrected, or erased for good, is so here too.
create function response_reworded() returns trigger language plpgsql as $$
begin
  update cases set search = words_to_search(new.words) where response_id = new.id;
  return null;
end $$;
create trigger responses_search after update of words on responses for each row
  when (old.words is distinct from new.words) execute function response_reworded();

update cases c set search = words_to_search(r.words) from responses r where r.id = c.response_id and r.words is not null;

-- How the list is best read depends on how many used a word: more of them are known than of other columns' values.
alter table cases alter column search set statistics 1000;
create index cases_by_words on cases using gin (search) where search is not null;
-- Many customers only click: the walk passes those who wrote something.
create index cases_said_by_due on cases (due_order, id) where search is not null;
create index cases_said_by_opening on cases (opened_at, id) where search is not null;
create index cases_said_by_score on cases (score, id) where search is not null;
drop index responses_with_words;

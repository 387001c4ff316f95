-- A case is found by all that its customer said: in the first complaint, and in those that joined it. Their words stand in the
-- same column, so that the list is read as before. Of those that joined, the last 250,000 characters count: a tsvector is
-- bounded.
create function words_of_case(of_case uuid, first_response bigint) returns tsvector language sql stable as $$
  select case when j.words is null then words_to_search(r.words)
    else coalesce(words_to_search(r.words), '') || words_to_search(left(j.words, 250000)) end
  from responses r cross join (
    select string_agg(further.words, ' ' order by further.id desc) as words
    from joined_responses l join responses further on further.id = l.response_id where l.case_id = of_case) j
  where r.id = first_response
$$;

create function complaints_joined() returns trigger language plpgsql as $$
begin
  update cases c set search = words_of_case(c.id, c.response_id)
  where c.id in (select a.case_id from added a join responses r on r.id = a.response_id where r.words is not null);
  return null;
end $$;
create trigger joined_search after insert on joined_responses referencing new table as added
  for each statement execute function complaints_joined();

-- What is corrected, or erased for good, is so here too.
create or replace function response_reworded() returns trigger language plpgsql as $$
begin
  update cases set search = words_of_case(id, response_id) where response_id = new.id
    or id = (select case_id from joined_responses where response_id = new.id);
  return null;
end $$;

update cases c set search = words_of_case(c.id, c.response_id)
where c.id in (select l.case_id from joined_responses l join responses r on r.id = l.response_id where r.words is not null);

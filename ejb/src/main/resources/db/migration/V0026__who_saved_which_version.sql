-- Which transaction made which version of a case, and which wrote which entry of the record: so that somebody
-- whose version is no longer the last is told of everything that was done since, also when one saving did two
-- things. Cases that are opened have no saving yet. No foreign key: nothing is ever looked up without its case.
create table case_saves (
  case_id uuid not null,
  version bigint not null,
  xid     xid8 not null,
  primary key (case_id, version)
);

-- Entries that are older have none.
alter table audit_entries add column xid xid8;
alter table audit_entries alter column xid set default pg_current_xact_id();

create function keep_case_saves() returns trigger language plpgsql as $$
begin
  -- an update that leaves the version as it is finds it kept already
  insert into case_saves (case_id, version, xid)
    select id, version, pg_current_xact_id() from saved
    on conflict do nothing;
  return null;
end $$;
create trigger cases_keep_saves after update on cases
  referencing new table as saved
  for each statement execute function keep_case_saves();

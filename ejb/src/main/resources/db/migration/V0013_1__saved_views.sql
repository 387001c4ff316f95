-- A named filter with its order, kept by a person, and seen by a department when shared with it.
create table saved_views (
  id            uuid primary key,
  owner_id      uuid not null references people,
  name          text not null,
  -- parameters of the list's address: filter, sort, rows
  parameters    jsonb not null,
  department_id uuid references departments,
  created_at    timestamptz not null
);
create unique index saved_views_by_owner on saved_views (owner_id, lower(name));
create index saved_views_by_department on saved_views (department_id) where department_id is not null;

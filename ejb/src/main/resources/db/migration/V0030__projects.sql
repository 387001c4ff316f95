-- The outer loop: projects that remove causes for all customers.
create sequence project_numbers;

create table projects (
  id            uuid primary key,
  number        text not null unique,
  title         text not null,
  aim           text not null,
  department_id uuid not null references departments,
  owner_id      uuid not null references people,
  deadline      date not null,
  state         text not null,
  impact        smallint not null check (impact between 1 and 5),
  confidence    smallint not null check (confidence between 1 and 5),
  effort        smallint not null check (effort between 1 and 5),
  priority      numeric(5, 2) not null generated always as (round(impact::numeric * confidence / effort, 2)) stored,
  stop_reason   text,
  created_by    uuid not null references people,
  created_at    timestamptz not null,
  started_at    timestamptz,
  ended_at      timestamptz,
  -- the project's version counts its causes too
  changed_at    timestamptz not null,
  -- its plan, counted in the transaction that changes it
  actions_total int not null default 0,
  actions_open  int not null default 0,
  version       bigint not null,
  check (actions_open between 0 and actions_total)
);
create index projects_by_priority on projects (priority desc, id desc);
create index projects_by_department on projects (department_id, state);
create index projects_by_owner on projects (owner_id);

-- Which causes it removes.
create table project_causes (
  project_id uuid not null references projects,
  cause_id   uuid not null references causes,
  primary key (project_id, cause_id)
);
create index project_causes_by_cause on project_causes (cause_id);

-- Who did what to it, and why. Append-only. Nobody: a job did.
create table project_history (
  id         bigint generated always as identity primary key,
  project_id uuid not null references projects,
  at         timestamptz not null,
  person_id  uuid references people,
  verb       text not null,
  reason     text,
  cause_id   uuid references causes,
  owner_id   uuid references people
);
create index project_history_by_project on project_history (project_id, id);

-- The project that removes a cause: the running one that began first, else one that has ended well.
alter table causes add column project_id uuid references projects;

-- A department runs few projects at a time.
alter table departments
  add column project_limit int not null default 3 check (project_limit between 1 and 20);

create sequence case_numbers;

create table service_levels (
  severity text not null,
  clock    text not null,
  amount   int  not null,
  unit     text not null,
  primary key (severity, clock)
);
insert into service_levels values
  ('CRITICAL', 'CONTACT', 4, 'WORKING_HOURS'),  ('CRITICAL', 'ANALYSIS', 2, 'WORKING_DAYS'),  ('CRITICAL', 'RESOLUTION', 5, 'WORKING_DAYS'),
  ('HIGH', 'CONTACT', 24, 'WORKING_HOURS'),     ('HIGH', 'ANALYSIS', 5, 'WORKING_DAYS'),      ('HIGH', 'RESOLUTION', 15, 'WORKING_DAYS'),
  ('NORMAL', 'CONTACT', 48, 'WORKING_HOURS'),   ('NORMAL', 'ANALYSIS', 10, 'WORKING_DAYS'),   ('NORMAL', 'RESOLUTION', 30, 'WORKING_DAYS');

create table causes (
  id            uuid primary key,
  title         text not null,
  state         text not null,
  touchpoint_id uuid not null references touchpoints,
  department_id uuid not null references departments,
  created_by    uuid not null references people,
  created_at    timestamptz not null,
  version       bigint not null
);
create index causes_by_touchpoint on causes (touchpoint_id);

create table cases (
  id                    uuid primary key,
  number                text not null unique,
  response_id           bigint not null unique references responses,
  survey_id             uuid not null references surveys,
  state                 text not null,
  severity              text not null,
  score                 smallint,
  owner_id              uuid not null references people,
  opened_at             timestamptz not null,
  symptom_touchpoint_id uuid references touchpoints,
  symptom_department_id uuid references departments,
  cause_touchpoint_id   uuid references touchpoints,
  cause_department_id   uuid references departments,
  cause_id              uuid references causes,
  whys                  text[] not null default '{}',
  calendar              text not null,
  contact_due_at        timestamptz not null,
  contacted_at          timestamptz,
  contact_outcome       text,
  analysis_due_at       timestamptz not null,
  analysed_at           timestamptz,
  resolution_due_at     timestamptz not null,
  resolved_at           timestamptz,
  resolved_by           uuid references people,
  closed_at             timestamptz,
  -- the running clock that rings first; null when none runs. Derived by Case, stored for the index.
  next_clock            text,
  next_due_at           timestamptz,
  -- what lists are ordered and paged by: cases without a running clock come last
  due_order             timestamptz not null generated always as (coalesce(next_due_at, 'infinity'::timestamptz)) stored,
  actions_total         int not null default 0,
  actions_open          int not null default 0,
  dismissal_reason      text,
  dismissal_note        text,
  version               bigint not null
);
-- Lists are read by keyset along one of these orders; filters are few-valued columns beside them.
create index cases_by_due on cases (due_order, id);
create index cases_by_opening on cases (opened_at, id);
create index cases_by_score on cases (score, id);
create index cases_by_state_due on cases (state, due_order, id);
create index cases_by_owner_due on cases (owner_id, due_order, id);
create index cases_by_symptom_due on cases (symptom_department_id, due_order, id);
create index cases_by_cause_due on cases (cause_department_id, due_order, id) where cause_department_id is not null;
create index cases_by_touchpoint_due on cases (symptom_touchpoint_id, due_order, id);
create index cases_by_cause on cases (cause_id) where cause_id is not null;

create table contacts (
  id        uuid primary key,
  case_id   uuid not null references cases,
  at        timestamptz not null,
  person_id uuid not null references people,
  channel   text not null,
  outcome   text not null,
  note      text
);
create index contacts_by_case on contacts (case_id, at);

create table actions (
  id             uuid primary key,
  case_id        uuid not null references cases,
  title          text not null,
  kind           text not null,
  owner_id       uuid not null references people,
  deadline       date not null,
  first_deadline date not null,
  state          text not null,
  created_by     uuid not null references people,
  created_at     timestamptz not null,
  ended_at       timestamptz,
  version        bigint not null
);
create index actions_by_case on actions (case_id, created_at);
create index actions_by_owner on actions (owner_id, deadline) where state = 'OPEN';

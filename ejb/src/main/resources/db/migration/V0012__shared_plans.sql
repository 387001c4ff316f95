-- Actions belong to a case, or to a cause whose cases share them; what happened to a deadline stays visible.
alter table actions
  alter column case_id drop not null,
  add column cause_id       uuid references causes,
  -- cannot be done before that one is
  add column depends_on     uuid references actions,
  add column evidence       text,
  add column evidence_link  text,
  -- how often the deadline was moved; the first one stands in first_deadline
  add column deadline_moves int not null default 0,
  add check (num_nonnulls(case_id, cause_id) = 1),
  add check (depends_on <> id);
create index actions_by_cause on actions (cause_id, created_at) where cause_id is not null;
create index actions_by_dependency on actions (depends_on) where depends_on is not null;
create index actions_by_deadline on actions (deadline, id);
create index actions_open_by_deadline on actions (deadline, id) where state = 'OPEN';

-- What was decided about an action, and why. Append-only.
create table action_history (
  id        bigint generated always as identity primary key,
  action_id uuid not null references actions,
  at        timestamptz not null,
  person_id uuid not null references people,
  step      text not null,
  from_day  date,
  to_day    date,
  reason    text
);
create index action_history_by_action on action_history (action_id, id);

-- The plan that all cases of a cause share, counted where lists of cases can join it.
alter table causes
  add column actions_total int not null default 0,
  add column actions_open  int not null default 0,
  add check (actions_open between 0 and actions_total);

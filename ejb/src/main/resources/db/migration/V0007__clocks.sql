-- What is promised has versions: one row each time somebody changed it. Nothing of a version is ever changed.
create table service_level_policies (
  version    int primary key,
  changed_at timestamptz not null,
  changed_by text not null,
  note       text
);
insert into service_level_policies values (1, now(), 'system', null);
alter table service_levels add column policy_version int not null default 1 references service_level_policies;
alter table service_levels alter column policy_version drop default;
alter table service_levels drop constraint service_levels_pkey;
alter table service_levels add primary key (policy_version, severity, clock);

-- Opening hours belong to the version too, since they decide how long a promise lasts. In minutes of the day, 1440 is its end.
create table working_hours (
  policy_version int not null references service_level_policies,
  calendar       text not null,
  weekday        smallint not null check (weekday between 1 and 7),
  from_minute    smallint not null check (from_minute >= 0),
  to_minute      smallint not null check (to_minute <= 1440 and to_minute > from_minute),
  primary key (policy_version, calendar, weekday, from_minute)
);
insert into working_hours
  select 1, c, d, 480, 1020 from unnest(array['SWEDEN', 'DENMARK', 'NORWAY']) c, generate_series(1, 5) d
  union all select 1, 'ALWAYS_OPEN', d, 0, 1440 from generate_series(1, 7) d;

-- Append-only: what each clock of a case did, from when, under which promise. Due times follow from these rows alone.
create table clock_segments (
  id             bigint generated always as identity primary key,
  case_id        uuid not null references cases,
  clock          text not null,
  state          text not null,
  from_at        timestamptz not null,
  policy_version int not null references service_level_policies,
  severity       text not null,
  reason         text not null,
  note           text,
  person_id      uuid references people
);

insert into clock_segments (case_id, clock, state, from_at, policy_version, severity, reason)
  select c.id, k.clock, 'RUNNING', coalesce(k.reopened_at, c.opened_at), 1, c.severity, case when k.reopened_at is null then 'OPENED' else 'REOPENED' end
  from cases c
  left join (select object_id, max(at) as at from audit_entries where object_type = 'case' and verb = 'case.reopened' and outcome = 'DONE' group by object_id) r on r.object_id = c.number
  cross join lateral (values (1, 'CONTACT', null), (2, 'ANALYSIS', null), (3, 'RESOLUTION', r.at)) k(position, clock, reopened_at)
  order by c.id, k.position;
insert into clock_segments (case_id, clock, state, from_at, policy_version, severity, reason)
  select c.id, k.clock, 'STOPPED', coalesce(k.done_at, c.resolved_at, c.closed_at, c.opened_at), 1, c.severity,
    case when k.done_at is not null then k.done else c.state end
  from cases c
  cross join lateral (values (1, 'CONTACT', c.contacted_at, 'CONTACTED'), (2, 'ANALYSIS', c.analysed_at, 'ANALYSED'), (3, 'RESOLUTION', c.resolved_at, 'RESOLVED')) k(position, clock, done_at, done)
  where k.done_at is not null or c.state in ('RESOLVED', 'CLOSED', 'DISMISSED')
  order by c.id, k.position;
create index clock_segments_by_case on clock_segments (case_id, id);

-- A case waits for somebody: since when and for whom; null while its clocks run.
alter table cases add column paused_at timestamptz, add column pause_reason text;

-- One row a clock: when it falls due, and when to look at it next for a notice (reminder, escalation). notice_at is
-- null while there is nothing to say: paused, stopped, or everything said. notice_level is what has been said about
-- this due time; another due time begins again at 0.
create table deadlines (
  case_id      uuid not null references cases on delete cascade,
  clock        text not null,
  due_at       timestamptz not null,
  notice_at    timestamptz,
  notice_level smallint not null default 0,
  primary key (case_id, clock)
);
insert into deadlines
  select c.id, k.clock, k.due_at,
    case when k.done_at is null and c.state not in ('RESOLVED', 'CLOSED', 'DISMISSED')
      then k.due_at - least((k.due_at - c.opened_at) / 4, interval '1 day') end, 0
  from cases c
  cross join lateral (values ('CONTACT', c.contact_due_at, c.contacted_at), ('ANALYSIS', c.analysis_due_at, c.analysed_at), ('RESOLUTION', c.resolution_due_at, c.resolved_at)) k(clock, due_at, done_at);
create index deadlines_by_notice on deadlines (notice_at) where notice_at is not null;

-- The deadlines follow the case, whoever writes it: a verb, a job over many cases, an import. The first look is a day
-- before the due time, or when three quarters of the time are gone, whichever is later.
create function open_deadlines() returns trigger language plpgsql as $$
begin
  insert into deadlines (case_id, clock, due_at, notice_at, notice_level)
    select c.id, k.clock, k.due_at,
      case when k.done_at is null and c.paused_at is null and c.state not in ('RESOLVED', 'CLOSED', 'DISMISSED')
        then k.due_at - least((k.due_at - c.opened_at) / 4, interval '1 day') end, 0
    from opened c
    cross join lateral (values ('CONTACT', c.contact_due_at, c.contacted_at), ('ANALYSIS', c.analysis_due_at, c.analysed_at), ('RESOLUTION', c.resolution_due_at, c.resolved_at)) k(clock, due_at, done_at);
  return null;
end $$;
create trigger cases_open_deadlines after insert on cases referencing new table as opened
  for each statement execute function open_deadlines();

create function move_deadlines() returns trigger language plpgsql as $$
declare
  ran boolean := old.paused_at is null and old.state not in ('RESOLVED', 'CLOSED', 'DISMISSED');
  runs boolean := new.paused_at is null and new.state not in ('RESOLVED', 'CLOSED', 'DISMISSED');
begin
  update deadlines d set
    due_at = k.due_at,
    notice_at = case when k.runs then k.due_at - least((k.due_at - new.opened_at) / 4, interval '1 day') end,
    notice_level = case when d.due_at = k.due_at then d.notice_level else 0 end
  from (values
    ('CONTACT', new.contact_due_at, runs and new.contacted_at is null, old.contact_due_at, ran and old.contacted_at is null),
    ('ANALYSIS', new.analysis_due_at, runs and new.analysed_at is null, old.analysis_due_at, ran and old.analysed_at is null),
    ('RESOLUTION', new.resolution_due_at, runs and new.resolved_at is null, old.resolution_due_at, ran and old.resolved_at is null)
  ) k(clock, due_at, runs, due_before, ran)
  where d.case_id = new.id and d.clock = k.clock and (k.due_at <> k.due_before or k.runs <> k.ran);
  return null;
end $$;
create trigger cases_move_deadlines after update on cases for each row
  when ((old.state, old.paused_at, old.contact_due_at, old.contacted_at, old.analysis_due_at, old.analysed_at, old.resolution_due_at, old.resolved_at)
    is distinct from
    (new.state, new.paused_at, new.contact_due_at, new.contacted_at, new.analysis_due_at, new.analysed_at, new.resolution_due_at, new.resolved_at))
  execute function move_deadlines();

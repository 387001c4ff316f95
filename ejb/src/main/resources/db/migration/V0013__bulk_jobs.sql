-- One verb on many cases, as one job. Which cases is settled when the job is asked for; the rights are looked at in each step.
create table bulk_jobs (
  id               uuid primary key,
  verb             text not null,
  -- what the verb was given: username, id of a cause, note …
  input            jsonb not null default '{}',
  state            text not null,
  requested_by     text not null,
  requested_at     timestamptz not null,
  started_at       timestamptz,
  -- last sign of life of the server that works on it
  worked_at        timestamptz,
  finished_at      timestamptz,
  cancel_requested boolean not null default false,
  -- how many cases the filter named, of which the first ones were taken
  named            int not null,
  total            int not null,
  -- checkpoint: how many of its items are settled
  reached          int not null default 0,
  done             int not null default 0,
  refused          int not null default 0,
  failure_key      text,
  failure_args     text[]
);
create index bulk_jobs_by_requester on bulk_jobs (requested_by, requested_at, id);
create index bulk_jobs_by_time on bulk_jobs (requested_at, id);
create index bulk_jobs_to_do on bulk_jobs (requested_at) where state in ('QUEUED', 'RUNNING');

create table bulk_items (
  job_id      uuid not null references bulk_jobs on delete cascade,
  position    int  not null,
  number      text not null,
  -- null when nobody knows such a case, or the one who asked may not see it
  case_id     uuid references cases,
  -- why it was refused; null while it waits and when it was done
  reason_key  text,
  reason_args text[],
  primary key (job_id, position)
);
create index bulk_items_refused on bulk_items (job_id, position) where reason_key is not null;

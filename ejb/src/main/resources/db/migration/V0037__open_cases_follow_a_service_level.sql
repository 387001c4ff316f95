-- Another promise holds from the moment at which it was made; the clocks of the open cases follow in steps. One job a
-- version, and the version before goes first.
create table policy_jobs (
  id           uuid primary key,
  version      int not null unique references service_level_policies on delete cascade,
  state        text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  started_at   timestamptz,
  -- last sign of life of the server that works on it
  worked_at    timestamptz,
  finished_at  timestamptz,
  -- how many cases were open when it was asked for
  total        int not null,
  -- checkpoint: the last case that was looked at, in the order of ids; how many were, and how many are due otherwise
  reached_id   uuid not null default '00000000-0000-0000-0000-000000000000',
  reached      int not null default 0,
  moved        int not null default 0,
  -- number of the incident that stopped the last step; null once another step was done
  incident     text
);
create index policy_jobs_to_do on policy_jobs (version) where state in ('QUEUED', 'RUNNING');

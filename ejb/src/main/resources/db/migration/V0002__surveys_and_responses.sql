create table surveys (
  id            uuid primary key,
  key           text not null unique,
  name          text not null,
  journey_id    uuid not null references journeys,
  -- which column of an imported file is what: see SurveyMapping
  mapping       jsonb not null,
  -- negativity rule: a score up to and including this one opens a case
  negative_max  smallint not null default 6,
  -- severity rule: up to and including; critical also needs "had a problem"
  critical_max  smallint not null default 2,
  high_max      smallint not null default 2
);

-- What a coded comment stands for, and which touchpoint it speaks of (none for praise and small talk).
create table comment_codes (
  survey_id     uuid not null references surveys,
  code          text not null,        -- 'Q8:202'
  label         text not null,
  touchpoint_id uuid references touchpoints,
  primary key (survey_id, code)
);

-- Ids are taken in blocks of 5,000, one block a batch: see ResponseStore.
create sequence responses_id increment by 5000;

create table responses (
  id            bigint primary key,
  survey_id     uuid not null references surveys,
  external_id   text not null,
  import_id     uuid,
  line          int,
  answered_on   date not null,
  received_at   timestamptz not null,
  score         smallint check (score between 0 and 10),
  overall       smallint,
  language      text,
  segment       text,
  problem       boolean,
  weight        double precision,
  touchpoint_id uuid,
  words         text,
  codes         text[] not null default '{}',
  -- touchpoint key (and ":cleanliness" where a touchpoint is rated twice) -> 1..5
  ratings       jsonb not null default '{}',
  attributes    jsonb not null default '{}',
  -- the row as it came, in the order of imports.header, without what the mapping never stores
  raw           text[],
  unique (survey_id, external_id)
);
create index responses_by_arrival on responses (survey_id, id);
create index responses_with_words on responses using gin (to_tsvector('simple', words)) where words is not null;

create table imports (
  id             uuid primary key,
  survey_id      uuid not null references surveys,
  file_name      text not null,
  size_bytes     bigint not null,
  sha256         text not null,
  follow_up      boolean not null,
  state          text not null,
  requested_by   text not null,
  requested_at   timestamptz not null,
  started_at     timestamptz,
  -- last sign of life of the server that works on it
  worked_at      timestamptz,
  finished_at    timestamptz,
  -- when cases of this import count as opened: at once, or (demo only) spread over the days before
  opening_spread_days int not null default 0,
  header         text[],
  records_read   bigint not null default 0,
  bytes_read     bigint not null default 0,
  accepted       bigint not null default 0,
  scored         bigint not null default 0,
  known          bigint not null default 0,
  rejected       bigint not null default 0,
  warnings       bigint not null default 0,
  cases_opened   bigint not null default 0,
  failure_key    text,
  failure_args   text[]
);
create index imports_by_time on imports (requested_at, id);
create index imports_to_do on imports (requested_at) where state in ('QUEUED', 'RUNNING');

-- The uploaded file, so that any server can go on after a crash. Deleted when the job has ended.
create table import_chunks (
  import_id uuid not null references imports on delete cascade,
  position  int  not null,
  bytes     bytea not null,
  primary key (import_id, position)
);
alter table import_chunks alter column bytes set storage external;

create table rejected_rows (
  import_id uuid not null references imports,
  line      bigint not null,
  reason    text not null,
  args      text[] not null default '{}',
  excerpt   text,
  primary key (import_id, line)
);

-- Rollup: kept in the transaction that stores the responses; figures read this, never the responses.
create table daily_scores (
  survey_id   uuid not null references surveys,
  day         date not null,
  metric      text not null,          -- 'score', 'overall' or a key of responses.ratings
  value       smallint not null,
  n           bigint not null,
  weight      double precision not null,
  weight_sq   double precision not null,
  primary key (survey_id, day, metric, value)
);

-- The rules of the gate, one row: who may close, and when a customer is asked again.
create table gate_rules (
  singleton       boolean primary key default true check (singleton),
  -- whether also a CX owner needs another one to close what they resolved themselves
  four_eyes       boolean not null default false,
  ask_again       boolean not null default true,
  -- between two questions to the same customer
  cool_down_days  int not null default 90 check (cool_down_days between 0 and 3650),
  -- how long an invitation can be answered
  valid_days      int not null default 30 check (valid_days between 1 and 365),
  version         bigint not null default 0
);
insert into gate_rules default values;

alter table cases
  add column recovered_score smallint check (recovered_score between 0 and 10),
  add column recovered_at timestamptz;

-- One question to the customer of a closed case. Who knows the token may answer, once; it is forgotten then.
create table resurveys (
  id          uuid primary key,
  case_id     uuid not null references cases,
  customer_id uuid not null references customers,
  token       text unique,
  invited_at  timestamptz not null,
  expires_at  timestamptz not null,
  answered_at timestamptz,
  score       smallint check (score between 0 and 10),
  words       text
);
create index resurveys_by_case on resurveys (case_id, invited_at);
create index resurveys_by_customer on resurveys (customer_id, invited_at);

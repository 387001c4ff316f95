-- Who stands in for whom, and who the customer behind the answers is.

-- Both days are included. Whoever is away gets no new cases: the stand-in gets them.
create table absences (
  id          uuid primary key,
  person_id   uuid not null references people,
  stand_in_id uuid not null references people,
  from_day    date not null,
  to_day      date not null,
  created_by  uuid not null references people,
  created_at  timestamptz not null,
  check (from_day <= to_day),
  check (person_id <> stand_in_id)
);
create index absences_by_person on absences (person_id, to_day);
create index absences_by_end on absences (to_day);

-- The key is the customer's at the source; what else is known may be missing.
create table customers (
  id          uuid primary key,
  key         text not null unique,
  name        text,
  email       text,
  phone       text,
  segment     text,
  language    text,
  value       text check (value in ('LOW', 'NORMAL', 'HIGH')),
  consent     boolean not null default false,
  churn_state text check (churn_state in ('ACTIVE', 'AT_RISK', 'LOST', 'WON_BACK'))
);

alter table responses add column customer_id uuid references customers;
create index responses_by_customer on responses (customer_id, id) where customer_id is not null;

alter table cases
  add column customer_id uuid references customers,
  -- the customer's case before this one, which had ended when they complained again
  add column repeat_of uuid references cases;
create index cases_by_customer on cases (customer_id, opened_at) where customer_id is not null;

-- Further complaints of the customer while the case was active. The first one is cases.response_id.
create table joined_responses (
  response_id     bigint primary key references responses,
  case_id         uuid not null references cases,
  joined_at       timestamptz not null,
  severity_before text not null,
  severity_after  text not null
);
create index joined_responses_by_case on joined_responses (case_id, response_id);

-- How long a customer may correct an answer before a case is opened; 0: it is opened at once.
alter table surveys add column wait_minutes int not null default 0 check (wait_minutes between 0 and 10080);

-- Responses that wait for that. The row goes when the case is opened or the answer is no longer negative.
create table waiting_responses (
  response_id bigint primary key references responses,
  due_at      timestamptz not null,
  actor       text not null,
  origin      text not null
);
create index waiting_responses_by_due on waiting_responses (due_at, response_id);

-- Two administrators with the same department open: the second is told.
alter table departments add column version bigint not null default 0;

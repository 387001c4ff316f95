-- Why a case was taken up again: in the words of whoever did it, or by the new score that was negative again.
create table case_reopenings (
  id          uuid primary key,
  case_id     uuid not null references cases,
  reason      text,
  score       smallint,
  reopened_by uuid references people,
  reopened_at timestamptz not null,
  check ((reason is null) <> (score is null))
);
create index case_reopenings_by_case on case_reopenings (case_id, reopened_at);

-- What people write down about a case, beside what they do with it. Nothing of a note is ever changed.
create table case_notes (
  id         uuid primary key,
  case_id    uuid not null references cases,
  body       text not null,
  written_by uuid not null references people,
  written_at timestamptz not null
);
create index case_notes_by_case on case_notes (case_id, written_at);

-- Whom a job gave how many cases: each is told once, when it has ended, and not case by case.
create table bulk_given (
  job_id    uuid not null references bulk_jobs on delete cascade,
  person_id uuid not null references people,
  cases     int  not null,
  primary key (job_id, person_id)
);

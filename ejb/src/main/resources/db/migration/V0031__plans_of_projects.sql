-- Actions belong to a case, to a cause whose cases share them, or to an improvement project.
do $$
declare
  old text;
begin
  select conname into strict old from pg_constraint
    where conrelid = 'actions'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%num_nonnulls%';
  execute format('alter table actions drop constraint %I', old);
end $$;
alter table actions
  add column project_id uuid references projects,
  add constraint actions_of_one_plan check (num_nonnulls(case_id, cause_id, project_id) = 1);
create index actions_by_project on actions (project_id, created_at) where project_id is not null;

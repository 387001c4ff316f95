-- What is behind a cause: whys, cause-and-effect tree, evidence; who works on it, and what became of it.

alter table causes
  -- who works on it; null: whoever named it
  add column owner_id         uuid references people,
  -- why was it not noticed before?
  add column escape_point     text,
  add column rejection_reason text,
  -- where its cases and evidence are now: old links lead there
  add column merged_into      uuid references causes,
  -- the cause's version counts its whys, tree and evidence too
  add column changed_at       timestamptz not null default now(),
  add check (merged_into <> id);
update causes set changed_at = created_at;
create index causes_by_department on causes (department_id);
create index causes_merged on causes (merged_into) where merged_into is not null;

create table cause_whys (
  id       uuid primary key,
  cause_id uuid not null references causes,
  position smallint not null,
  answer   text not null,
  is_root  boolean not null default false
);
create index cause_whys_in_order on cause_whys (cause_id, position);

-- A branch has no parent. The usual ones carry their name as a constant, so that every language has its word.
create table cause_nodes (
  id        uuid primary key,
  cause_id  uuid not null references causes,
  parent_id uuid references cause_nodes on delete cascade,
  branch    text,
  title     text,
  position  int not null,
  on_way    boolean not null default false,
  check (branch is not null or title is not null),
  check (branch is null or parent_id is null)
);
create index cause_nodes_in_order on cause_nodes (cause_id, position);
create index cause_nodes_by_parent on cause_nodes (parent_id) where parent_id is not null;
insert into cause_nodes (id, cause_id, branch, position)
  select gen_random_uuid(), k.id, b.branch, b.position
  from causes k cross join (values ('PEOPLE', 1), ('PROCESS', 2), ('EQUIPMENT', 3), ('MATERIAL', 4), ('ENVIRONMENT', 5), ('MEASUREMENT', 6)) b (branch, position);

create table cause_evidence (
  id         uuid primary key,
  cause_id   uuid not null references causes,
  why_id     uuid references cause_whys on delete set null,
  node_id    uuid references cause_nodes on delete set null,
  kind       text not null,
  note       text,
  link       text,
  file_name  text,
  media_type text,
  size_bytes bigint,
  added_by   uuid not null references people,
  added_at   timestamptz not null
);
create index cause_evidence_by_cause on cause_evidence (cause_id, added_at);
create index cause_evidence_by_why on cause_evidence (why_id) where why_id is not null;
create index cause_evidence_by_node on cause_evidence (node_id) where node_id is not null;

create table cause_files (
  evidence_id uuid primary key references cause_evidence on delete cascade,
  content     bytea not null
);
alter table cause_files alter column content set storage external;

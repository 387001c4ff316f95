-- What shows that an action is done: texts, links and files, as of causes; the content of files lies apart.
create table action_evidence (
  id         uuid primary key,
  action_id  uuid not null references actions,
  kind       text not null,
  note       text,
  link       text,
  file_name  text,
  media_type text,
  size_bytes bigint,
  added_by   uuid not null references people,
  added_at   timestamptz not null
);
create index action_evidence_by_action on action_evidence (action_id, added_at);

create table action_files (
  evidence_id uuid primary key references action_evidence on delete cascade,
  content     bytea not null
);
alter table action_files alter column content set storage external;

insert into action_evidence (id, action_id, kind, note, link, added_by, added_at)
  select gen_random_uuid(), id, case when evidence_link is null then 'TEXT' else 'LINK' end, evidence, evidence_link,
    owner_id, coalesce(ended_at, created_at)
  from actions where evidence is not null or evidence_link is not null;
alter table actions drop column evidence, drop column evidence_link;

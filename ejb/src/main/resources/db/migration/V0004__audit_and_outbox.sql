-- Append-only. Ids and field names, never customers' words: a customer can be erased and the record still stands.
create table audit_entries (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor       text not null,
  origin      text not null,
  verb        text not null,
  object_type text not null,
  object_id   text not null,
  changes     jsonb not null default '{}',
  outcome     text not null default 'DONE',
  reason      text
);
create index audit_entries_by_object on audit_entries (object_type, object_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit record is append-only';
end $$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();

-- All that leaves the house: written with the change, sent afterwards, at least once, with an id that lets the receiver drop repeats.
create table outbox (
  id              bigint generated always as identity primary key,
  message_id      uuid not null unique,
  kind            text not null,
  recipient       text not null,
  payload         jsonb not null,
  created_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts        int not null default 0,
  sent_at         timestamptz,
  dead_at         timestamptz,
  last_error      text
);
create index outbox_to_send on outbox (next_attempt_at) where sent_at is null and dead_at is null;

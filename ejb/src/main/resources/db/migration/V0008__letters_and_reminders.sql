-- What is written to customers, when they want to be called, and who was reminded of what.

create table letter_templates (
  id         uuid primary key,
  name       text not null,
  language   text not null check (language in ('en', 'sv', 'da', 'no')),
  subject    text not null,
  body       text not null,
  -- none: it came with the product
  changed_by uuid references people,
  changed_at timestamptz not null,
  version    bigint not null
);
create unique index letter_templates_by_name on letter_templates (language, lower(name));

insert into letter_templates (id, name, language, subject, body, changed_at, version) values
  (gen_random_uuid(), 'First answer', 'en', 'Your answer about {touchpoint} ({case})', E'Dear {customer},\n\nThank you for telling us what went wrong at {touchpoint}. I am looking into it and will tell you what we find and what we do about it.\n\nKind regards,\n{owner}\n{company}', now(), 0),
  (gen_random_uuid(), 'What we did', 'en', 'What we did about {touchpoint} ({case})', E'Dear {customer},\n\nYou told us about {touchpoint}. We have found the cause, and this is what we have done:\n\n\n\nKind regards,\n{owner}\n{company}', now(), 0),
  (gen_random_uuid(), 'Första svar', 'sv', 'Ditt svar om {touchpoint} ({case})', E'Hej {customer},\n\nTack för att du berättade vad som gick fel vid {touchpoint}. Jag tar reda på vad som hände och återkommer med vad vi hittar och vad vi gör åt det.\n\nVänliga hälsningar\n{owner}\n{company}', now(), 0),
  (gen_random_uuid(), 'Det här gjorde vi', 'sv', 'Det här gjorde vi åt {touchpoint} ({case})', E'Hej {customer},\n\nDu berättade om {touchpoint}. Vi har hittat orsaken, och det här har vi gjort:\n\n\n\nVänliga hälsningar\n{owner}\n{company}', now(), 0),
  (gen_random_uuid(), 'Første svar', 'da', 'Dit svar om {touchpoint} ({case})', E'Hej {customer}\n\nTak, fordi du fortalte os, hvad der gik galt ved {touchpoint}. Jeg undersøger det og vender tilbage med, hvad vi finder, og hvad vi gør ved det.\n\nVenlig hilsen\n{owner}\n{company}', now(), 0),
  (gen_random_uuid(), 'Det har vi gjort', 'da', 'Det har vi gjort ved {touchpoint} ({case})', E'Hej {customer}\n\nDu fortalte os om {touchpoint}. Vi har fundet årsagen, og det her har vi gjort:\n\n\n\nVenlig hilsen\n{owner}\n{company}', now(), 0),
  (gen_random_uuid(), 'Første svar', 'no', 'Svaret ditt om {touchpoint} ({case})', E'Hei {customer}\n\nTakk for at du fortalte hva som gikk galt ved {touchpoint}. Jeg undersøker saken og kommer tilbake med hva vi finner, og hva vi gjør med det.\n\nVennlig hilsen\n{owner}\n{company}', now(), 0),
  (gen_random_uuid(), 'Dette har vi gjort', 'no', 'Dette har vi gjort med {touchpoint} ({case})', E'Hei {customer}\n\nDu fortalte oss om {touchpoint}. Vi har funnet årsaken, og dette har vi gjort:\n\n\n\nVennlig hilsen\n{owner}\n{company}', now(), 0);

-- What was written to the customer of a case. The outbox and the record only hold the id: a customer can be erased.
create table letters (
  id         uuid primary key,
  case_id    uuid not null references cases,
  language   text not null,
  to_address text not null,
  reply_to   text,
  subject    text not null,
  body       text not null,
  written_by uuid not null references people,
  written_at timestamptz not null
);
create index letters_by_case on letters (case_id, written_at);

-- When the customer wants to be called: one at a time, in the zone of the house.
create table callbacks (
  case_id   uuid primary key references cases,
  day       date not null,
  from_time time not null,
  to_time   time not null,
  note      text,
  agreed_by uuid not null references people,
  agreed_at timestamptz not null,
  check (from_time < to_time)
);
create index callbacks_by_day on callbacks (day);

-- A message that need not go out any more: an administrator threw it away, or what it told had passed.
alter table outbox add column discarded_at timestamptz;
drop index outbox_to_send;
create index outbox_to_send on outbox (next_attempt_at) where sent_at is null and dead_at is null and discarded_at is null;
create index outbox_letters on outbox ((payload ->> 'letter')) where kind = 'mail.letter';
create index outbox_dead on outbox (id) where dead_at is not null and discarded_at is null;

-- When reminders go out, in working time of the case: before the deadline and at it to the owner,
-- then to the department's head, then to the CX owner.
create table reminder_times (
  level  smallint primary key check (level in (0, 2, 3)),
  amount int not null check (amount between 1 and 1000),
  unit   text not null check (unit in ('WORKING_HOURS', 'WORKING_DAYS'))
);
insert into reminder_times values (0, 4, 'WORKING_HOURS'), (2, 4, 'WORKING_HOURS'), (3, 2, 'WORKING_DAYS');

-- Who was told of which deadline at which level. The unique key is what lets two servers, or one that was
-- killed halfway, tell each person once. What is to be told waits here until it is gathered into one mail.
create table notices (
  id           bigint generated always as identity primary key,
  subject      text not null check (subject in ('CASE', 'ACTION')),
  subject_id   uuid not null,
  clock        text not null,
  level        smallint not null,
  due_at       timestamptz not null,
  recipient_id uuid not null references people,
  made_at      timestamptz not null,
  outbox_id    bigint references outbox,
  unique (subject_id, clock, level, due_at, recipient_id)
);
create index notices_to_gather on notices (recipient_id) where outbox_id is null;
create index notices_by_mail on notices (outbox_id) where outbox_id is not null;
create index notices_of_person on notices (recipient_id, made_at) where level >= 2;

-- Actions have days, not hours. Kept by a trigger, since plans are also changed in bulk by plain SQL.
create table action_deadlines (
  action_id    uuid primary key references actions on delete cascade,
  deadline     date not null,
  notice_at    timestamptz,
  notice_level smallint not null default 0
);
create index action_deadlines_by_notice on action_deadlines (notice_at) where notice_at is not null;

create function keep_action_deadline() returns trigger language plpgsql as $$
begin
  if new.state = 'OPEN' then
    -- looked at early enough for the reminder a working day before; the sweep knows the calendar
    insert into action_deadlines (action_id, deadline, notice_at)
      values (new.id, new.deadline, (new.deadline - 7)::timestamp at time zone 'UTC')
      on conflict (action_id) do update
        set deadline = excluded.deadline, notice_at = excluded.notice_at, notice_level = 0
        where action_deadlines.deadline <> excluded.deadline or action_deadlines.notice_at is null;
  else
    delete from action_deadlines where action_id = new.id;
  end if;
  return null;
end $$;
create trigger actions_keep_deadline after insert or update of deadline, state on actions
  for each row execute function keep_action_deadline();
insert into action_deadlines (action_id, deadline, notice_at)
  select id, deadline, (deadline - 7)::timestamp at time zone 'UTC' from actions where state = 'OPEN';

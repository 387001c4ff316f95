-- Who works here, what the customer meets, and who is responsible for it.

create table departments (
  id        uuid primary key,
  key       text not null unique,
  name      text not null,
  parent_id uuid references departments,
  head_id   uuid,
  calendar  text not null default 'SWEDEN',
  is_open   boolean not null default true
);

-- Mirror of the identity provider; a person can own cases before ever logging in.
create table people (
  id           uuid primary key,
  username     text not null unique,
  directory_id text unique,
  name         text not null,
  email        text,
  roles        text[] not null default '{}',
  active       boolean not null default true
);
alter table departments add foreign key (head_id) references people;

create table memberships (
  person_id     uuid not null references people,
  department_id uuid not null references departments,
  primary key (person_id, department_id)
);
create index memberships_by_department on memberships (department_id);

create table journeys (
  id   uuid primary key,
  key  text not null unique,
  name text not null
);

create table stages (
  id         uuid primary key,
  journey_id uuid not null references journeys,
  key        text not null,
  name       text not null,
  position   int  not null,
  unique (journey_id, key)
);

create table touchpoints (
  id            uuid primary key,
  stage_id      uuid not null references stages,
  key           text not null unique,
  name          text not null,
  position      int  not null,
  department_id uuid not null references departments,
  person_id     uuid references people,
  promise       text
);
create index touchpoints_by_department on touchpoints (department_id);

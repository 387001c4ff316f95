-- No consent may also mean that nobody asked. This is true for those who have said no: nobody writes to them.
alter table customers add column no_contact boolean not null default false;

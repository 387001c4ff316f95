-- Two people who change the same customer at once: the second is told.
alter table customers add column version bigint not null default 0;

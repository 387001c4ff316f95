-- Two people with the same stage or touchpoint open: the second is told.
alter table stages add column version bigint not null default 0;
alter table touchpoints add column version bigint not null default 0;

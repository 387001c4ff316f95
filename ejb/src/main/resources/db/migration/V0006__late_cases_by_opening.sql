-- The newest of the late cases are found without a look at those that are not late.
create index cases_by_opening_due on cases (opened_at, id, due_order);
drop index cases_by_opening;

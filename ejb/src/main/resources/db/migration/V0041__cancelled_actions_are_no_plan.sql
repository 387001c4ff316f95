-- A plan of which everything was cancelled is none: what was cancelled no longer counts.
update cases c set actions_total = c.actions_total - n.cancelled
  from (select case_id, count(*) as cancelled from actions
        where state = 'CANCELLED' and case_id is not null group by case_id) n
  where c.id = n.case_id;
update causes k set actions_total = k.actions_total - n.cancelled
  from (select cause_id, count(*) as cancelled from actions
        where state = 'CANCELLED' and cause_id is not null group by cause_id) n
  where k.id = n.cause_id;
update projects p set actions_total = p.actions_total - n.cancelled
  from (select project_id, count(*) as cancelled from actions
        where state = 'CANCELLED' and project_id is not null group by project_id) n
  where p.id = n.project_id;

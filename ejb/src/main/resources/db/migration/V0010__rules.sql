-- Rules in versions that never change: a survey's negativity and severity rules, and the house's routing rules.

create table rule_versions (
  id        bigint generated always as identity primary key,
  -- none: the routing rules
  survey_id uuid references surveys,
  version   int not null check (version > 0),
  rules     jsonb not null,
  saved_by  text not null,
  saved_at  timestamptz not null
);
create unique index rule_versions_of_surveys on rule_versions (survey_id, version) where survey_id is not null;
create unique index rule_versions_of_routing on rule_versions (version) where survey_id is null;

-- Whose turn it was last in a department whose case owners take turns.
create table routing_turns (
  department_id uuid primary key references departments,
  person_id     uuid references people
);

-- What was set for a survey so far becomes its first version; the usual values are SurveyRules.standard().
insert into rule_versions (survey_id, version, rules, saved_by, saved_at)
select id, 1,
       jsonb_build_object(
         'negativity', jsonb_build_array(
           jsonb_build_object('when', jsonb_build_array(
             jsonb_build_object('subject', 'SCORE', 'values', jsonb_build_array(negative_max::text))))),
         'severity', jsonb_build_array(
           jsonb_build_object('then', 'CRITICAL', 'when', jsonb_build_array(
             jsonb_build_object('subject', 'SCORE', 'values', jsonb_build_array(critical_max::text)),
             jsonb_build_object('subject', 'PROBLEM', 'values', jsonb_build_array()))),
           jsonb_build_object('then', 'HIGH', 'when', jsonb_build_array(
             jsonb_build_object('subject', 'SCORE', 'values', jsonb_build_array(high_max::text)))),
           jsonb_build_object('then', 'RAISE', 'when', jsonb_build_array(
             jsonb_build_object('subject', 'REPEAT', 'values', jsonb_build_array()))))),
       'slinga', now()
from surveys
where (negative_max, critical_max, high_max) <> (6, 2, 2);

alter table surveys drop column negative_max, drop column critical_max, drop column high_max;

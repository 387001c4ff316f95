-- The application's role may do what it needs and nothing more: the audit record is insert and select only.
-- Repeated after each change of the schema (${flyway:timestamp}).
do $$
begin
  if '${applicationRole}' <> quote_ident(current_user) and '${applicationRole}' <> '"' || current_user || '"' then
    grant usage on schema public to ${applicationRole};
    grant select, insert, update, delete on all tables in schema public to ${applicationRole};
    grant usage, select on all sequences in schema public to ${applicationRole};
    revoke update, delete, truncate on audit_entries from ${applicationRole};
    revoke update, delete, truncate on clock_segments, service_level_policies, service_levels, working_hours from ${applicationRole};
    revoke update, delete, truncate on rule_versions from ${applicationRole};
    revoke update, delete, truncate on action_history from ${applicationRole};
    revoke update, delete, truncate on case_notes, case_reopenings from ${applicationRole};
    revoke update, delete, truncate on project_history from ${applicationRole};
    revoke all on flyway_schema_history from ${applicationRole};
  end if;
end $$;

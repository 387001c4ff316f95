package cx.slinga.rootcause;

import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How causes are read: one row each, with its cases counted. Constants only; values are bound. */
final class CauseSql {
  /** Surveys whose cases name causes. */
  static final String SURVEYS =
      "(select s.id from surveys s where exists (select from cases c where c.survey_id = s.id and"
          + " c.cause_id is not null))";

  /** The columns of a row; one of the counts follows, then the condition. */
  static final String ROW =
      "select k.id, k.version, k.title, k.state, t.key as touchpoint_key, t.name as touchpoint,"
          + " d.key as department_key, d.name as department, o.username as owner_username, o.name"
          + " as owner_name, coalesce(n.cases, 0) as cases, (select coalesce(sum(ds.n), 0)::bigint"
          + " from daily_scores ds where ds.metric = 'score' and ds.value <= 6 and ds.survey_id in "
          + SURVEYS
          + ") as detractors from causes k join touchpoints t on t.id = k.touchpoint_id join"
          + " departments d on d.id = k.department_id join people o on o.id = coalesce(k.owner_id,"
          + " k.created_by) ";

  /** Counts the cases of all causes. */
  static final String COUNTED =
      "left join (select cause_id, count(*) as cases from cases where cause_id is not null and"
          + " state <> 'DISMISSED' group by cause_id) n on n.cause_id = k.id ";

  /** Counts the cases of the few causes that are asked for. */
  static final String COUNTED_ONE =
      "left join lateral (select count(*) as cases from cases c where c.cause_id = k.id and"
          + " c.state <> 'DISMISSED') n on true ";

  static final RowMapper<CauseRow> CAUSE_ROW = ConstructorMapper.of(CauseRow.class);

  private CauseSql() {}
}

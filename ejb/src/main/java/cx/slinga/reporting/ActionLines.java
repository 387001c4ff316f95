package cx.slinga.reporting;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseSql;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import java.time.Instant;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The actions of the cases that a filter names, of the plans that these share, and of the projects
 * that remove their causes.
 */
final class ActionLines {
  private static final String COLUMNS =
      " a.title, a.kind, p.name as owner, a.deadline, a.first_deadline,"
          + " a.deadline_moves, a.state, a.ended_at, (select count(*) from action_evidence e where"
          + " e.action_id = a.id) as evidence, a.id as action from actions a join people p on p.id"
          + " = a.owner_id";

  private final Database database;

  ActionLines(Database database) {
    this.database = database;
  }

  /** One after the other, without holding them in memory; a shared one comes once, at the end. */
  void each(Visibility visibility, CaseFilter filter, Instant now, Consumer<ActionLine> consumer) {
    CaseSql sql = new CaseSql(visibility, filter, now, CaseQueries.ZONE);
    String text =
        "select c.number as case_number, k.title as cause, null as project,"
            + COLUMNS
            + " join cases c on c.id = a.case_id left join causes k on k.id = c.cause_id where "
            + sql.where()
            + " union all select null, k.title, null,"
            + COLUMNS
            + " join causes k on k.id = a.cause_id where exists (select from cases c where"
            + " c.cause_id = k.id and "
            + sql.where()
            + ") union all select null, null, j.number || ' ' || j.title,"
            + COLUMNS
            + " join projects j on j.id = a.project_id where exists (select from project_causes l"
            + " join cases c on c.cause_id = l.cause_id where l.project_id = j.id and "
            + sql.where()
            + ") order by case_number nulls last, deadline, action";
    database.write(
        h ->
            sql.bind(h.createQuery(text))
                .setFetchSize(1_000)
                .map(ConstructorMapper.of(ActionLine.class))
                .useIterator(rows -> rows.forEachRemaining(consumer)));
  }
}

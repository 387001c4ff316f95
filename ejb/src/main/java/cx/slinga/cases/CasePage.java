package cx.slinga.cases;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Cuts one page out of the cases in an order. Without words it is read along the index of the
 * order. With words there are two ways, and which is the shorter depends on how many used them:
 * what few said is found by its words and then put in order; what many said is met soon when one
 * goes along the order. Neither has to pass more than a bounded number of rows: the first is taken
 * only when few are expected, the second is given up after {@link #FAR}.
 */
final class CasePage {
  /** Up to so many cases are found by their words. */
  private static final int FEW = 1_500;

  /** So many cases are passed along the order; then those that used the words are not near. */
  private static final int FAR = 20_000;

  /**
   * As many where few are expected, but of several words, of which the planner believes that one
   * has nothing to do with the other.
   */
  private static final int NEAR = 2_000;

  private final CaseSql sql;
  private final String order;
  private final int size;

  CasePage(CaseSql sql, CaseSort sort, int size) {
    this.sql = sql;
    this.order = orderOf(sort);
    this.size = size;
  }

  static String orderOf(CaseSort sort) {
    return " order by %1$s%2$s, c.id%2$s".formatted(sort.column(), sort.ascending() ? "" : " desc");
  }

  /**
   * The rows.
   *
   * @param rows reads them, given the statement that names them and their order
   */
  <R> List<R> read(Handle h, Function<String, List<R>> rows) {
    if (!sql.hasWords()) {
      return rows.apply("select c.* from cases c where " + sql.where() + order + " limit " + size);
    }
    int walk = walk(h);
    if (walk > 0) {
      List<R> met =
          rows.apply("select c.* from (" + along(walk) + ") c where " + sql.words() + limited());
      if (met.size() == size || endsWithin(h, walk)) {
        return met;
      }
    }
    // the offset keeps the planner from going along the order after all
    return rows.apply(
        "select c.* from (select c.* from cases c where "
            + sql.where()
            + " offset 0) c"
            + limited());
  }

  /** How far to go along the order at first. */
  private int walk(Handle h) {
    if (Plan.of(h, sql, "select from cases c where " + sql.words()).rows() > FEW) {
      return FAR;
    }
    return sql.hasSeveralWords() ? NEAR : 0;
  }

  private String along(int walk) {
    return "select c.* from cases c where "
        + sql.besideWords()
        + " and c.search is not null"
        + order
        + " limit "
        + walk;
  }

  private String limited() {
    return order + " limit " + size;
  }

  private boolean endsWithin(Handle h, int walk) {
    long passed =
        sql.bindWhatItNames(h.createQuery("select count(*) from (" + along(walk) + ") x"))
            .mapTo(Long.class)
            .one();
    return passed < walk;
  }
}

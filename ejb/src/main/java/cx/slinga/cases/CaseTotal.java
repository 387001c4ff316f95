package cx.slinga.cases;

/**
 * How many cases a filter names. Counting stops where it would begin to cost more than the list
 * itself, and says so.
 *
 * @param cases what was counted; one more than {@link #COUNTED} when there are {@link Kind#MORE};
 *     rounded when {@link Kind#ABOUT}
 */
public record CaseTotal(long cases, Kind kind) {
  /** None at all. */
  public static final CaseTotal NONE = new CaseTotal(0, Kind.EXACT);

  /** As far as is counted. */
  public static final int COUNTED = 10_000;

  /** How it is meant. */
  public enum Kind {
    /** So many. */
    EXACT,
    /** More than {@link #COUNTED}. */
    MORE,
    /** Guessed from what the database knows of its tables. */
    ABOUT
  }

  static CaseTotal counted(long cases) {
    return new CaseTotal(cases, cases > COUNTED ? Kind.MORE : Kind.EXACT);
  }

  /** A guess, to two digits. */
  static CaseTotal about(long guess) {
    long step = 1;
    while (guess / step >= 100) {
      step *= 10;
    }
    return new CaseTotal(Math.round((double) guess / step) * step, Kind.ABOUT);
  }

  /** The same, when so many are seen: a guess does not contradict it. */
  public CaseTotal seeing(long seen) {
    return kind == Kind.ABOUT && cases < seen ? new CaseTotal(seen, kind) : this;
  }

  /** The number to say: the limit itself when there are more. */
  public long said() {
    return kind == Kind.MORE ? COUNTED : cases;
  }
}

package cx.slinga.cases;

/** Cases by when their next clock rings. */
public enum DueWindow {
  /** Has rung. */
  LATE,
  /** Rings later today, in the zone of the company. */
  TODAY,
  /** Rings in the seven days after today. */
  WEEK
}

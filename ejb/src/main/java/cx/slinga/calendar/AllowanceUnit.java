package cx.slinga.calendar;

/** In what a service level is promised. */
public enum AllowanceUnit {
  WORKING_HOURS,
  WORKING_DAYS
}

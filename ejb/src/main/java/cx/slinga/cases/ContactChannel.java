package cx.slinga.cases;

/** How the customer was contacted. */
public enum ContactChannel {
  PHONE,
  EMAIL,
  MEETING,
  MESSAGE
}

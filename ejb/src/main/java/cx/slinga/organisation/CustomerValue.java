package cx.slinga.organisation;

/** What a customer is worth to the company, as the company sees it. */
public enum CustomerValue {
  LOW,
  NORMAL,
  HIGH
}

package cx.slinga.organisation;

/** Whether the customer stays. */
public enum ChurnState {
  ACTIVE,
  AT_RISK,
  LOST,
  WON_BACK
}

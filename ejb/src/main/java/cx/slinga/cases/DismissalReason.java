package cx.slinga.cases;

/** Why a case is not followed up. */
public enum DismissalReason {
  DUPLICATE,
  NOT_ABOUT_US,
  TEST,
  ABUSIVE
}

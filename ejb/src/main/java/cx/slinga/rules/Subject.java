package cx.slinga.rules;

import java.util.EnumSet;
import java.util.Set;

/** What a condition asks about. */
public enum Subject {
  /** Willingness to recommend is at most so much. */
  SCORE,
  /** Satisfaction with the whole is at most so much. */
  OVERALL,
  /** The lowest rating of ease is at most so much. */
  EASE,
  /** The customer had a problem. */
  PROBLEM,
  /** The customer's words have one of these words or phrases. */
  WORDS,
  /** Reserved until there is such a thing; no rule may ask for it yet. */
  SENTIMENT,
  /** It went worst at one of these touchpoints. */
  TOUCHPOINT,
  /** The answer is of one of these segments. */
  SEGMENT,
  /** The answer is in one of these languages. */
  LANGUAGE,
  /** The answer came by one of these channels. */
  CHANNEL,
  /** The customer is of one of these segments. */
  CUSTOMER_SEGMENT,
  /** The customer is worth so much to the house. */
  CUSTOMER_VALUE,
  /** The customer is about to leave, has left, or was won back. */
  CHURN_STATE,
  /** The customer had a case before, and it has been dealt with. */
  REPEAT;

  /** What may make an answer negative. */
  public static final Set<Subject> OF_NEGATIVITY =
      Set.copyOf(EnumSet.of(SCORE, OVERALL, EASE, PROBLEM, WORDS));

  /** What may say how much is at stake. */
  public static final Set<Subject> OF_SEVERITY =
      Set.copyOf(
          EnumSet.of(
              SCORE,
              OVERALL,
              EASE,
              PROBLEM,
              WORDS,
              TOUCHPOINT,
              SEGMENT,
              CUSTOMER_SEGMENT,
              CUSTOMER_VALUE,
              CHURN_STATE,
              REPEAT));

  /** What may decide who takes care. */
  public static final Set<Subject> OF_ROUTING =
      Set.copyOf(EnumSet.of(TOUCHPOINT, SEGMENT, CUSTOMER_SEGMENT, CHANNEL, LANGUAGE, WORDS));

  private static final Set<Subject> BANDS = EnumSet.of(SCORE, OVERALL, EASE);
  private static final Set<Subject> FLAGS = EnumSet.of(PROBLEM, REPEAT, SENTIMENT);

  /** Whether it compares with one number. */
  public boolean isBand() {
    return BANDS.contains(this);
  }

  /** Whether it is true or not, without a value. */
  public boolean isFlag() {
    return FLAGS.contains(this);
  }
}

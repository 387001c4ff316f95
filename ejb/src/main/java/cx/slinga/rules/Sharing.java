package cx.slinga.rules;

/** How the case owners of a department share the cases that a rule gives it. */
public enum Sharing {
  /** Who has the least open cases gets the next one. */
  LEAST_LOADED,
  /** Each in turn, also from one import to the next. */
  ROUND_ROBIN
}

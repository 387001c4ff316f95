package cx.slinga.rootcause;

/** The usual branches of a cause-and-effect tree, in their usual order. */
public enum Branch {
  PEOPLE,
  PROCESS,
  EQUIPMENT,
  MATERIAL,
  ENVIRONMENT,
  MEASUREMENT
}

package cx.slinga.rootcause;

/** What shows that a cause is one. */
public enum EvidenceKind {
  TEXT,
  LINK,
  FILE
}

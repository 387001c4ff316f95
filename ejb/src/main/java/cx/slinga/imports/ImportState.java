package cx.slinga.imports;

/** Where an import is on its way. */
public enum ImportState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED;

  /** Nothing more will happen to it. */
  public boolean isEnded() {
    return this == DONE || this == FAILED;
  }
}

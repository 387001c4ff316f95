package cx.slinga.improvement;

/** How far a project has come. */
public enum ProjectState {
  PROPOSED,
  APPROVED,
  RUNNING,
  DONE,
  CELEBRATED,
  STOPPED;

  /** Whether nothing of it changes any more, but that what was done is celebrated. */
  public boolean isEnded() {
    return this == DONE || this == CELEBRATED || this == STOPPED;
  }
}

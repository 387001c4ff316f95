package cx.slinga.servicelevel;

/** Where the open cases are on their way to a version of the service level. */
public enum FollowState {
  QUEUED,
  RUNNING,
  DONE;

  /** Nothing more will happen. */
  public boolean isEnded() {
    return this == DONE;
  }
}

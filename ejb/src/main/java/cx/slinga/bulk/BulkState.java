package cx.slinga.bulk;

/** Where a bulk job is. */
public enum BulkState {
  QUEUED,
  RUNNING,
  DONE,
  CANCELLED,
  FAILED;

  /** Nothing more will happen. */
  public boolean isEnded() {
    return this != QUEUED && this != RUNNING;
  }
}

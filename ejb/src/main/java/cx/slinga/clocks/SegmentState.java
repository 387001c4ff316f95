package cx.slinga.clocks;

/** What a clock does. */
public enum SegmentState {
  RUNNING,
  /** It waits for somebody else, and working time does not count. */
  PAUSED,
  STOPPED
}

package cx.slinga.launcher;

/**
 * A reason not to go on that the reader of the terminal can act upon; shown without a stack trace.
 */
final class LaunchRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LaunchRefused(String reasonAndWayOut) {
    super(reasonAndWayOut);
  }
}

package cx.slinga.launcher;

import java.util.Locale;

/** Lines for the person who waits: seconds since the start, who, what. */
final class Progress {
  private final long start = System.nanoTime();

  synchronized void say(String who, String what) {
    System.out.printf(Locale.ROOT, "%6.1f s  %-10s  %s%n", seconds(), who, what);
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}

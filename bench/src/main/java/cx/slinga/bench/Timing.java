package cx.slinga.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** The median of several runs, in milliseconds, after some that do not count. */
final class Timing {
  private Timing() {}

  /** Time of one run. */
  static double once(Callable<?> work) {
    long from = System.nanoTime();
    try {
      work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - from) / 1e6;
  }

  /** Two things in turn, so that whatever else the machine does falls on both. */
  static Pair medians(int warmUps, int runs, Callable<?> one, Callable<?> other) {
    double[] ones = new double[runs];
    double[] others = new double[runs];
    for (int i = -warmUps; i < runs; i++) {
      double first = once(one);
      double second = once(other);
      if (i >= 0) {
        ones[i] = first;
        others[i] = second;
      }
    }
    return new Pair(median(ones), median(others));
  }

  record Pair(double one, double other) {}

  static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

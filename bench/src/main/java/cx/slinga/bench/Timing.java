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

  static double median(int warmUps, int runs, Callable<?> work) {
    for (int i = 0; i < warmUps; i++) {
      once(work);
    }
    double[] times = new double[runs];
    for (int i = 0; i < runs; i++) {
      times[i] = once(work);
    }
    return median(times);
  }

  static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

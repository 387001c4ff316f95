package cx.slinga.bench;

import java.util.Locale;

/**
 * One line of the result.
 *
 * @param ours what the product took, in milliseconds
 * @param limit what it is compared with took, in milliseconds
 * @param ratio of the two, as {@code aim} means it
 * @param reached whether the aim was
 */
record Comparison(
    String what,
    double ours,
    String limitName,
    double limit,
    double ratio,
    String aim,
    boolean reached) {

  /** The product does the same work as the limit, and can at best be as fast. */
  static Comparison speed(String what, double ours, String limitName, double limit, double least) {
    double ratio = limit / ours;
    return new Comparison(what, ours, limitName, limit, ratio, ">= " + least, ratio >= least);
  }

  /** The product does the same work in another way, and is to be so many times as fast. */
  static Comparison times(String what, double ours, String other, double theirs, double least) {
    double ratio = theirs / ours;
    return new Comparison(what, ours, other, theirs, ratio, ">= " + least, ratio >= least);
  }

  /** The product does the same with more data, and may take so many times as long. */
  static Comparison growth(String what, double large, double small, double most) {
    double ratio = large / small;
    return new Comparison(what, large, "same at 1/100", small, ratio, "<= " + most, ratio <= most);
  }

  static String heading() {
    return "| what | Slinga, ms | limit | limit, ms | ratio | aim | |\n"
        + "|---|--:|---|--:|--:|--:|---|";
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "| %s | %,.1f | %s | %,.1f | %.2f | %s | %s |",
        what,
        ours,
        limitName,
        limit,
        ratio,
        aim,
        reached ? "reached" : "MISSED");
  }
}

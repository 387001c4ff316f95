package cx.slinga.rootcause;

import cx.slinga.shared.BusinessException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer in the chain of whys.
 *
 * @param id null while it is new
 * @param root whether the chain ends here: this one is to be removed
 */
public record Why(@Nullable UUID id, String answer, boolean root) {
  /** Longest chain. */
  public static final int MOST = 10;

  /** Longest answer, in characters. */
  public static final int ANSWER_MAX = 2_000;

  /**
   * The chain as it may be kept: stripped, without blanks at its end.
   *
   * @throws BusinessException at the field {@code why1}, {@code why2} … that is wrong; at {@code
   *     root} where a blank at the end is the root
   */
  public static List<Why> chain(List<Why> typed) {
    int last = typed.size();
    while (last > 0 && typed.get(last - 1).answer().isBlank()) {
      last--;
    }
    if (last > MOST) {
      throw BusinessException.ofField("why" + (MOST + 1), "why.too-many", MOST);
    }
    for (int i = last; i < typed.size(); i++) {
      if (typed.get(i).root()) {
        throw BusinessException.ofField("root", "why.root-blank", i + 1, last);
      }
    }
    List<Why> chain = new ArrayList<>();
    boolean rooted = false;
    for (int i = 0; i < last; i++) {
      Why why = typed.get(i);
      String answer = why.answer().strip();
      if (answer.isEmpty()) {
        throw BusinessException.ofField("why" + (i + 1), "why.blank", i + 1);
      }
      if (answer.length() > ANSWER_MAX) {
        throw BusinessException.ofField("why" + (i + 1), "text.too-long", ANSWER_MAX);
      }
      if (why.root() && rooted) {
        throw BusinessException.ofField("why" + (i + 1), "why.one-root");
      }
      rooted |= why.root();
      chain.add(new Why(why.id(), answer, why.root()));
    }
    return List.copyOf(chain);
  }
}

package cx.slinga.rules;

import cx.slinga.shared.BusinessException;
import java.util.List;

/**
 * Why a draft cannot be saved.
 *
 * @param field where, for example {@code negativity[0].when[1].values}
 * @param key of the message
 * @param args for the message's placeholders
 */
public record RuleProblem(String field, String key, List<Object> args) {
  public RuleProblem {
    args = List.copyOf(args);
  }

  BusinessException refusal() {
    return BusinessException.ofField(field, key, args.toArray());
  }
}

package cx.slinga.api.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call itself cannot be understood, whoever makes it; nothing was tried. */
public class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String field;
  private final String key;
  private final transient Object[] args;

  /**
   * @param field the parameter or property that is wrong, null when it is none in particular
   * @param key of {@link ProblemTexts}
   */
  public BadRequest(@Nullable String field, String key, Object... args) {
    super(key);
    this.field = field;
    this.key = key;
    this.args = args.clone();
  }

  @Nullable String field() {
    return field;
  }

  String key() {
    return key;
  }

  List<Object> args() {
    return List.of(args);
  }
}

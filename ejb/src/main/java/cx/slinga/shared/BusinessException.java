package cx.slinga.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the user can do something about. Rolls the transaction back and reaches the screen
 * or the API as words: {@link Messages#text} of {@link #key()} with {@link #args()}.
 */
@ApplicationException(rollback = true)
public class BusinessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] args;
  private final @Nullable String field;

  public BusinessException(String key, Object... args) {
    this(null, key, args);
  }

  private BusinessException(@Nullable String field, String key, Object[] args) {
    super(key);
    this.key = key;
    this.args = args.clone();
    this.field = field;
  }

  /** A refusal of one input, to be shown beside it. {@code field} is the command's component. */
  public static BusinessException ofField(String field, String key, Object... args) {
    return new BusinessException(field, key, args);
  }

  /** Key of the message bundle {@link Messages}. */
  public String key() {
    return key;
  }

  /** Values for the message's placeholders. */
  public List<Object> args() {
    return List.of(args);
  }

  /** The input that is wrong, or null when it is none in particular. */
  public @Nullable String field() {
    return field;
  }
}

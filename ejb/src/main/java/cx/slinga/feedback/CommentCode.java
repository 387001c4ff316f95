package cx.slinga.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What a coder made of a customer's comment.
 *
 * @param list the question, such as {@code Q8}
 * @param code the number within its list
 * @param label in the words of the code list
 * @param touchpoint where the complaint belongs, or null for praise and what is no one's
 */
public record CommentCode(String list, String code, String label, @Nullable String touchpoint) {

  /** How responses keep it, such as {@code Q8:102}. */
  public String key() {
    return list + ":" + code;
  }
}

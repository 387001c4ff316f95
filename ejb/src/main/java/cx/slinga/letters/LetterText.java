package cx.slinga.letters;

import cx.slinga.shared.BusinessException;

/** Rules for what may be written to a customer, the same for templates and letters. */
final class LetterText {
  /** Longest subject, in characters: mail programs show less. */
  static final int SUBJECT_MAX = 200;

  /** Longest text, in characters. */
  static final int BODY_MAX = 20_000;

  private LetterText() {}

  /**
   * The subject without blanks around it.
   *
   * @throws BusinessException when there is none, or it is no single line that a header can hold
   */
  static String subject(String typed) {
    String subject = typed.strip();
    if (subject.isEmpty()) {
      throw BusinessException.ofField("subject", "letter.subject-missing");
    }
    if (subject.length() > SUBJECT_MAX) {
      throw BusinessException.ofField("subject", "text.too-long", SUBJECT_MAX);
    }
    if (subject.codePoints().anyMatch(LetterText::breaksLine)) {
      throw BusinessException.ofField("subject", "letter.subject-one-line");
    }
    return subject;
  }

  /**
   * The text with line ends of one kind and without blanks around it.
   *
   * @throws BusinessException when there is none, or it is too long
   */
  static String body(String typed) {
    String body = typed.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").strip();
    if (body.isEmpty()) {
      throw BusinessException.ofField("body", "letter.body-missing");
    }
    if (body.length() > BODY_MAX) {
      throw BusinessException.ofField("body", "text.too-long", BODY_MAX);
    }
    return body;
  }

  private static boolean breaksLine(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }
}

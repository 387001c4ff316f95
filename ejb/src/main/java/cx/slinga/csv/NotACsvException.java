package cx.slinga.csv;

import cx.slinga.shared.BusinessException;

/** The file as a whole cannot be read as rows: empty, not text, or without a readable header. */
public final class NotACsvException extends BusinessException {
  private static final long serialVersionUID = 1L;

  NotACsvException(String key, Object... args) {
    super(key, args);
  }
}

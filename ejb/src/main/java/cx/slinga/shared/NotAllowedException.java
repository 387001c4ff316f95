package cx.slinga.shared;

import jakarta.ejb.ApplicationException;

/** The caller sees the object but may not do this with it. */
@ApplicationException(rollback = true)
public class NotAllowedException extends BusinessException {
  private static final long serialVersionUID = 1L;

  public NotAllowedException() {
    super("not-allowed");
  }
}

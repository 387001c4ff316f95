package cx.slinga.shared;

import jakarta.ejb.ApplicationException;

/** It does not exist, or the caller may not see it: the two are told apart to nobody. */
@ApplicationException(rollback = true)
public class NotFoundException extends BusinessException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what what was looked for, as named by the caller
   */
  public NotFoundException(Object what) {
    super("not-found", what);
  }
}

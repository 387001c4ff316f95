package cx.slinga.shared;

import jakarta.ejb.ApplicationException;

/** Somebody else saved the same object after the caller had read it. Nothing was changed. */
@ApplicationException(rollback = true)
public class ChangedMeanwhileException extends BusinessException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the object, as the user knows it
   */
  public ChangedMeanwhileException(Object what) {
    super("changed-meanwhile", what);
  }
}

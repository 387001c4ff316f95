package cx.slinga.shared;

import jakarta.ejb.ApplicationException;
import jakarta.persistence.OptimisticLockException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Somebody else saved the same object after the caller had read it. Nothing was changed. */
@ApplicationException(rollback = true)
public class ChangedMeanwhileException extends BusinessException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Long seenVersion;

  /**
   * @param what the object, as the user knows it
   */
  public ChangedMeanwhileException(Object what) {
    super("changed-meanwhile", what);
    this.seenVersion = null;
  }

  /**
   * @param what the object, as the user knows it
   * @param seenVersion the one that the caller looked at
   */
  public ChangedMeanwhileException(Object what, long seenVersion) {
    super("changed-meanwhile", what);
    this.seenVersion = seenVersion;
  }

  /** One that has its own words, for what has no name that users know. */
  public static ChangedMeanwhileException saying(String key, Object... args) {
    return new ChangedMeanwhileException(key, args);
  }

  private ChangedMeanwhileException(String key, Object[] args) {
    super(key, args);
    this.seenVersion = null;
  }

  /** The version that the caller looked at, where it is known. */
  public @Nullable Long seenVersion() {
    return seenVersion;
  }

  /** Whether a call failed because somebody else saved first, be it noticed only at commit. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ChangedMeanwhileException
          || t instanceof OptimisticLockException
          || t instanceof StaleStateException) {
        return true;
      }
    }
    return false;
  }
}

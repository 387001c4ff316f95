package cx.slinga.cases;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Resolving was refused, for nothing was done yet; {@link #missing()} names every point. */
@ApplicationException(rollback = true)
public class CaseNotResolvable extends CaseIncomplete {
  private static final long serialVersionUID = 1L;

  public CaseNotResolvable(String number, List<ClosingPoint> missing) {
    super("case.nothing-done", number, missing);
  }

  @Override
  public String messageKey(ClosingPoint point) {
    return "resolving." + point;
  }
}

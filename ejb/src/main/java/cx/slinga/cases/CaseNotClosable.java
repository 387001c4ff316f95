package cx.slinga.cases;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Closing was refused; {@link #missing()} names every point. */
@ApplicationException(rollback = true)
public class CaseNotClosable extends CaseIncomplete {
  private static final long serialVersionUID = 1L;

  public CaseNotClosable(String number, List<ClosingPoint> missing) {
    super("case.not-closable", number, missing);
  }

  @Override
  public String messageKey(ClosingPoint point) {
    return "closing." + point;
  }
}

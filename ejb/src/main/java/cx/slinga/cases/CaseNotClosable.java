package cx.slinga.cases;

import cx.slinga.shared.BusinessException;
import jakarta.ejb.ApplicationException;
import java.util.List;

/** Closing was refused; {@link #missing()} names every point. */
@ApplicationException(rollback = true)
public class CaseNotClosable extends BusinessException {
  private static final long serialVersionUID = 1L;

  private final List<ClosingPoint> missing;

  public CaseNotClosable(String number, List<ClosingPoint> missing) {
    super("case.not-closable", number, missing.size());
    this.missing = List.copyOf(missing);
  }

  public List<ClosingPoint> missing() {
    return missing;
  }
}

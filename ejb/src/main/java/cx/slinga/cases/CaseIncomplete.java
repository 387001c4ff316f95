package cx.slinga.cases;

import cx.slinga.shared.BusinessException;
import jakarta.ejb.ApplicationException;
import java.util.List;

/** A step was refused because others come before it; {@link #missing()} names every one. */
@ApplicationException(rollback = true)
public abstract class CaseIncomplete extends BusinessException {
  private static final long serialVersionUID = 1L;

  private final List<ClosingPoint> missing;

  CaseIncomplete(String key, String number, List<ClosingPoint> missing) {
    super(key, number, missing.size());
    this.missing = List.copyOf(missing);
  }

  /** Every point that is missing, in the order of the work. */
  public List<ClosingPoint> missing() {
    return missing;
  }

  /** Key of the message that names the point: what this step asks of it. */
  public abstract String messageKey(ClosingPoint point);
}

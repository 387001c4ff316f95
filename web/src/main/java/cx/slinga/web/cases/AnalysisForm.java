package cx.slinga.web.cases;

import cx.slinga.rootcause.CauseRow;
import cx.slinga.rootcause.NameCause;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The analysis of a case, as it is typed. */
public class AnalysisForm implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Five whys; more would be another question. */
  private static final int WHYS = 5;

  private String symptom;
  private String cause;
  private String causeId;
  private String newCause = "";
  private boolean handOver = true;
  private final ArrayList<String> whys;

  /**
   * @param symptom key of the touchpoint where it was felt, null while unknown
   * @param cause key of the touchpoint that caused it, null while unknown
   */
  AnalysisForm(
      @Nullable String symptom, @Nullable String cause, @Nullable UUID causeId, List<String> whys) {
    this.symptom = symptom == null ? "" : symptom;
    this.cause = cause == null ? "" : cause;
    this.causeId = causeId == null ? "" : causeId.toString();
    this.whys = new ArrayList<>(whys);
    anotherWhy();
  }

  /** Makes room for one why more, up to five. */
  final void anotherWhy() {
    boolean full = whys.stream().noneMatch(why -> why == null || why.isBlank());
    if (full && whys.size() < WHYS) {
      whys.add("");
    }
  }

  /** The case names this cause now, and is caused where it is. */
  void linked(CauseRow known) {
    causeId = known.id().toString();
    cause = known.touchpointKey();
    if (symptom.isEmpty()) {
      symptom = cause;
    }
  }

  /** What is named anew wins over the cause that it names now. */
  NameCause command(String number, long version) {
    boolean existing = newCause.isBlank() && !causeId.isEmpty();
    return new NameCause(
        number,
        version,
        symptom,
        cause,
        existing ? UUID.fromString(causeId) : null,
        existing ? null : newCause,
        whys.stream().map(why -> why == null ? "" : why).toList(),
        handOver);
  }

  public String getSymptom() {
    return symptom;
  }

  public void setSymptom(@Nullable String symptom) {
    this.symptom = symptom == null ? "" : symptom;
  }

  public String getCause() {
    return cause;
  }

  public void setCause(@Nullable String cause) {
    this.cause = cause == null ? "" : cause;
  }

  public String getNewCause() {
    return newCause;
  }

  public void setNewCause(@Nullable String newCause) {
    this.newCause = newCause == null ? "" : newCause;
  }

  /** Whether the case follows to the department that causes it. */
  public boolean isHandOver() {
    return handOver;
  }

  public void setHandOver(boolean handOver) {
    this.handOver = handOver;
  }

  public List<String> getWhys() {
    return whys;
  }

  /** Whether there is room for one why more. */
  public boolean isRoom() {
    return whys.size() < WHYS;
  }
}

package cx.slinga.web.journey;

import cx.slinga.journey.ResponsibilityRow;
import cx.slinga.journey.SaveStage;
import cx.slinga.journey.SaveTouchpoint;
import cx.slinga.journey.StageRow;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stage or a touchpoint as it is typed. */
public class JourneyForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable Long version;
  private String key = "";
  private String name = "";
  private String journey = "";
  private String after = "";
  private String stage = "";
  private String department = "";
  private String person = "";

  void of(StageRow row, @Nullable StageRow before) {
    name = row.name();
    journey = row.journeyKey();
    after = before == null ? "" : before.key();
    version = row.version();
  }

  void of(ResponsibilityRow row) {
    name = row.name();
    journey = row.journeyKey();
    stage = row.stageKey();
    department = row.departmentKey();
    person = row.personUsername() == null ? "" : row.personUsername();
    version = row.version();
  }

  SaveStage stageCommand() {
    return new SaveStage(name, after.isBlank() ? null : after);
  }

  SaveTouchpoint touchpointCommand() {
    return new SaveTouchpoint(name, stage, department, person.isBlank() ? null : person);
  }

  /** The one that is on the screen; null when it is new. */
  public @Nullable Long getVersion() {
    return version;
  }

  public String getKey() {
    return key;
  }

  public void setKey(@Nullable String key) {
    this.key = Objects.requireNonNullElse(key, "");
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Objects.requireNonNullElse(name, "");
  }

  public String getJourney() {
    return journey;
  }

  public void setJourney(@Nullable String journey) {
    this.journey = Objects.requireNonNullElse(journey, "");
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = Objects.requireNonNullElse(after, "");
  }

  public String getStage() {
    return stage;
  }

  public void setStage(@Nullable String stage) {
    this.stage = Objects.requireNonNullElse(stage, "");
  }

  public String getDepartment() {
    return department;
  }

  public void setDepartment(@Nullable String department) {
    this.department = Objects.requireNonNullElse(department, "");
  }

  public String getPerson() {
    return person;
  }

  public void setPerson(@Nullable String person) {
    this.person = Objects.requireNonNullElse(person, "");
  }
}

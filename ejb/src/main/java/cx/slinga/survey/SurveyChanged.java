package cx.slinga.survey;

import cx.slinga.shared.DomainEvent;
import java.util.Map;

/** How long customers may correct their answers is another time than before. */
record SurveyChanged(String key, int minutesBefore, int minutes) implements DomainEvent {
  @Override
  public String verb() {
    return "survey.wait-changed";
  }

  @Override
  public String objectType() {
    return "survey";
  }

  @Override
  public String objectId() {
    return key;
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of("waitMinutes", Change.of(minutesBefore, minutes));
  }
}

package cx.slinga.demo;

import cx.slinga.shared.DomainEvent;
import java.util.Map;

/** The follow-up of a demo survey was made up; says so in the record, once. */
record DemoPlayed(String survey, int cases) implements DomainEvent {
  static final String VERB = "demo.played";
  static final String TYPE = "survey";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public String objectType() {
    return TYPE;
  }

  @Override
  public String objectId() {
    return survey;
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of("cases", Change.to(cases));
  }
}

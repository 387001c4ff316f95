package cx.slinga.demo;

import cx.slinga.feedback.CodeList;
import cx.slinga.feedback.SurveyMapping;
import cx.slinga.feedback.SurveyMappingReader;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes what {@link Airport} describes into an empty database, all or nothing. */
@ApplicationScoped
public class DemoStructure {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected DemoStructure() {}

  @Inject
  public DemoStructure(Database database) {
    this.database = database;
  }

  /** What is in the database. */
  enum Found {
    /** The demo airport, from an earlier run or from this one. */
    AIRPORT,
    /** Somebody's own departments or surveys: the demo keeps its hands off. */
    SOMETHING_ELSE
  }

  /** A code with its meaning and the touchpoint that it complains about, if any. */
  record Code(String key, String label, @Nullable String touchpoint) {}

  /** Loads the airport unless something is there. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Found load(Airport airport) {
    return database.read(
        h -> {
          // of two servers that start at the same time one loads and the other finds it loaded
          h.execute("select pg_advisory_xact_lock(hashtext('slinga.demo'))");
          Found found = found(h, airport);
          if (found != null) {
            return found;
          }
          Map<String, UUID> departments = departments(h, airport.departments());
          UUID journey = journey(h, airport.journey(), departments);
          airport.surveys().forEach(survey -> survey(h, survey, journey));
          return Found.AIRPORT;
        });
  }

  private static @Nullable Found found(Handle h, Airport airport) {
    boolean airportIsHere =
        h.createQuery("select exists (select from surveys where key = :key)")
            .bind("key", airport.surveys().get(0).key())
            .mapTo(Boolean.class)
            .one();
    if (airportIsHere) {
      return Found.AIRPORT;
    }
    boolean somethingIsHere =
        h.createQuery("select exists (select from departments) or exists (select from surveys)")
            .mapTo(Boolean.class)
            .one();
    return somethingIsHere ? Found.SOMETHING_ELSE : null;
  }

  private static Map<String, UUID> departments(Handle h, List<Airport.Department> departments) {
    Map<String, UUID> ids = new HashMap<>();
    PreparedBatch batch =
        h.prepareBatch(
            "insert into departments (id, key, name, calendar) values (:id, :key, :name,"
                + " :calendar)");
    for (Airport.Department department : departments) {
      UUID id = Ids.next();
      ids.put(department.key(), id);
      batch
          .bind("id", id)
          .bind("key", department.key())
          .bind("name", department.name())
          .bind("calendar", department.calendar())
          .add();
    }
    batch.execute();
    return ids;
  }

  private static UUID journey(Handle h, Airport.Journey journey, Map<String, UUID> departments) {
    UUID id = Ids.next();
    h.createUpdate("insert into journeys (id, key, name) values (:id, :key, :name)")
        .bind("id", id)
        .bind("key", journey.key())
        .bind("name", journey.name())
        .execute();
    int position = 0;
    for (Airport.Stage stage : journey.stages()) {
      UUID stageId = Ids.next();
      h.createUpdate(
              "insert into stages (id, journey_id, key, name, position) values (:id, :journey,"
                  + " :key, :name, :position)")
          .bind("id", stageId)
          .bind("journey", id)
          .bind("key", stage.key())
          .bind("name", stage.name())
          .bind("position", ++position)
          .execute();
      touchpoints(h, stageId, stage.touchpoints(), departments);
    }
    return id;
  }

  private static void touchpoints(
      Handle h, UUID stage, List<Airport.Touchpoint> touchpoints, Map<String, UUID> departments) {
    PreparedBatch batch =
        h.prepareBatch(
            "insert into touchpoints (id, stage_id, key, name, position, department_id, promise)"
                + " values (:id, :stage, :key, :name, :position, :department, :promise)");
    int position = 0;
    for (Airport.Touchpoint touchpoint : touchpoints) {
      batch
          .bind("id", Ids.next())
          .bind("stage", stage)
          .bind("key", touchpoint.key())
          .bind("name", touchpoint.name())
          .bind("position", ++position)
          .bind("department", departments.get(touchpoint.department()))
          .bind("promise", touchpoint.promise())
          .add();
    }
    batch.execute();
  }

  private static void survey(Handle h, Airport.Survey survey, UUID journey) {
    UUID id = Ids.next();
    h.createUpdate(
            "insert into surveys (id, key, name, journey_id, mapping) values (:id, :key, :name,"
                + " :journey, cast(:mapping as jsonb))")
        .bind("id", id)
        .bind("key", survey.key())
        .bind("name", survey.name())
        .bind("journey", journey)
        .bind("mapping", Airport.text(survey.mapping()))
        .execute();
    PreparedBatch batch =
        h.prepareBatch(
            "insert into comment_codes (survey_id, code, label, touchpoint_id) values (:survey,"
                + " :code, :label, (select id from touchpoints where key = :touchpoint))");
    for (Code code : codes(survey)) {
      batch
          .bind("survey", id)
          .bind("code", code.key())
          .bind("label", code.label())
          .bind("touchpoint", code.touchpoint())
          .add();
    }
    batch.execute();
  }

  /** Every code of the survey's lists. */
  static List<Code> codes(Airport.Survey survey) {
    SurveyMapping mapping = SurveyMappingReader.read(Airport.text(survey.mapping()));
    List<Code> codes = new ArrayList<>();
    try (InputStream tsv = Airport.open(survey.codes())) {
      CodeList list = CodeList.read(tsv);
      for (SurveyMapping.CodedComments comments : mapping.comments()) {
        list.labels(comments.list())
            .forEach(
                (code, label) ->
                    codes.add(
                        new Code(
                            comments.list() + ":" + code,
                            label,
                            comments.codeTouchpoints().get(code))));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return codes;
  }
}

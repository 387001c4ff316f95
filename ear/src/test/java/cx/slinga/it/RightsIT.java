package cx.slinga.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.feedback.ResponseService;
import cx.slinga.feedback.SubmitResponse;
import cx.slinga.it.Probe.Answer;
import cx.slinga.it.Probe.Subject;
import cx.slinga.it.actor.Actor;
import cx.slinga.it.actor.Admin;
import cx.slinga.it.actor.Alva;
import cx.slinga.it.actor.Cecilia;
import cx.slinga.it.actor.Dag;
import cx.slinga.it.actor.Karin;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The table of rights against the running product: every public method of every service, by every
 * role, on a case of one's own, of one's department and of another department. The methods are
 * found in the deployment, so that a new one without a row fails here.
 */
@ExtendWith(ArquillianExtension.class)
class RightsIT {
  @Deployment
  static EnterpriseArchive ear() {
    return BuiltEar.with(RightsIT.class, Probe.class, RightsTable.class);
  }

  @Inject Staff staff;
  @Inject Cecilia cecilia;
  @Inject Dag dag;
  @Inject Karin karin;
  @Inject Alva alva;
  @Inject Admin admin;
  @Inject CurrentUser currentUser;
  @Inject ResponseService responses;
  @Inject Database database;
  @Inject BeanManager beans;
  @Resource UserTransaction transaction;

  @BeforeEach
  void staffIsThere() {
    staff.arrive();
  }

  @Test
  void everyPublicMethodHasItsRow() {
    assertEquals(
        String.join("\n", RightsTable.rows().keySet()), String.join("\n", methods().keySet()));
  }

  @Test
  void everyRoleMayDoExactlyWhatTheTableSays() throws Exception {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    subjects.put("own", subject("signs-inside", "karin"));
    subjects.put("department's", subject("signs-inside", "dag"));
    subjects.put("other department's", subject("security-check", "kjell"));
    Map<String, Actor> actors = new LinkedHashMap<>();
    actors.put("CX owner", cecilia);
    actors.put("department head", dag);
    actors.put("case owner", karin);
    actors.put("auditor", alva);
    actors.put("administrator", admin);

    List<String> deviations = new ArrayList<>();
    for (Map.Entry<String, Method> method : methods().entrySet()) {
      RightsTable.Row row = RightsTable.rows().get(method.getKey());
      if (row == null) {
        continue; // the other test names it
      }
      int column = 0;
      for (Map.Entry<String, Actor> actor : actors.entrySet()) {
        RightsTable.Reach reach = row.reach(column++);
        for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
          Answer expected = reach.covers(subject.getKey()) ? Answer.LET_IN : Answer.KEPT_OUT;
          String found = answer(method.getValue(), actor.getValue(), subject.getValue(), row);
          if (!found.equals(expected.name())) {
            deviations.add(
                "%s by the %s on the %s case: %s instead of %s"
                    .formatted(method.getKey(), actor.getKey(), subject.getKey(), found, expected));
          }
        }
      }
    }
    assertEquals("", String.join("\n", deviations));
  }

  /** Calls it in a transaction that is rolled back, so that no call sees the other's traces. */
  private String answer(Method method, Actor actor, Subject subject, RightsTable.Row row)
      throws Exception {
    transaction.begin();
    try {
      return actor.call(
          () -> {
            Object bean = CDI.current().select(method.getDeclaringClass()).get();
            try {
              return new Probe(subject, currentUser.get().cases())
                  .call(bean, method, row.reads())
                  .name();
            } catch (Throwable thrown) {
              return thrown.toString();
            }
          });
    } finally {
      transaction.rollback();
    }
  }

  /** Every method behind a right, by class and name; overloads also by number of parameters. */
  private Map<String, Method> methods() {
    Map<String, Method> methods = new TreeMap<>();
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .distinct()
        .filter(type -> type.getName().startsWith("cx.slinga."))
        .filter(type -> type.isAnnotationPresent(Stateless.class))
        .filter(type -> type.isAnnotationPresent(DenyAll.class))
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(
            method ->
                method.isAnnotationPresent(RolesAllowed.class)
                    || method.isAnnotationPresent(PermitAll.class))
        .sorted(Comparator.comparingInt(Method::getParameterCount))
        .forEach(
            method -> {
              String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
              methods.put(
                  methods.containsKey(name) ? name + "/" + method.getParameterCount() : name,
                  method);
            });
    return methods;
  }

  private Subject subject(String touchpoint, String owner) throws Exception {
    String externalId = UUID.randomUUID().toString();
    cecilia.call(
        () ->
            responses.submit(
                new SubmitResponse(
                    "sfo-2018",
                    externalId,
                    LocalDate.of(2018, 5, 15),
                    3,
                    "The words of a passenger",
                    "en",
                    null,
                    Map.of(touchpoint, 1))));
    Map<String, UUID> ids = new HashMap<>();
    UUID action = Ids.next();
    UUID anImport = Ids.next();
    ids.put("ImportQueries.id", anImport);
    UUID bulk = Ids.next();
    ids.put("BulkQueries.id", bulk);
    ids.put("BulkService.id", bulk);
    ids.put("action", action);
    ids.put("AddActionEvidence.action", action);
    UUID proof = Ids.next();
    ids.put("evidenceId", proof);
    UUID sharing = Ids.next();
    ids.put("AddSharedAction.causeId", sharing);
    ids.put("absence", Ids.next());
    ids.put("ActionService.id", action);
    ids.put("ActionQueries.id", action);
    UUID cause = Ids.next();
    for (String name :
        new String[] {
          "CauseService.id",
          "CauseQueries.id",
          "CauseFigureQueries.id",
          "CauseLikenessQueries.id",
          "cause",
          "AddEvidence.causeId",
          "AnalysisService.link.causeId",
          "SplitCause.causeId",
          "into"
        }) {
      ids.put(name, cause);
    }
    UUID other = Ids.next();
    ids.put("from", other);
    UUID evidence = Ids.next();
    ids.put("CauseQueries.file.id", evidence);
    ids.put("CauseAnalysisService.id", evidence);
    UUID node = Ids.next();
    ids.put("node", node);
    UUID template = template();
    ids.put("template", template);
    ids.put("TemplateQueries.id", template);
    ids.put("TemplateService.id", template);
    String project = "PR-" + Ids.next();
    return database.read(
        h -> {
          UUID id =
              h.createQuery(
                      "select c.id from cases c join responses r on r.id = c.response_id where"
                          + " r.external_id = :external")
                  .bind("external", externalId)
                  .mapTo(UUID.class)
                  .one();
          String number =
              h.createQuery(
                      "update cases set owner_id = (select id from people where username = :owner)"
                          + " where id = :id returning number")
                  .bind("owner", owner)
                  .bind("id", id)
                  .mapTo(String.class)
                  .one();
          h.createUpdate(
                  "insert into causes (id, title, state, touchpoint_id, department_id, created_by,"
                      + " created_at, version) select :cause, 'Whatever', 'SUSPECTED',"
                      + " c.symptom_touchpoint_id, c.symptom_department_id, c.owner_id,"
                      + " c.opened_at, 0 from cases c where c.id = :id")
              .bind("cause", sharing)
              .bind("id", id)
              .execute();
          h.createUpdate(
                  "insert into actions (id, case_id, title, kind, owner_id, deadline,"
                      + " first_deadline, state, created_by, created_at, version) select :action,"
                      + " c.id, 'Something to do', 'CORRECTIVE', c.owner_id, current_date + 30,"
                      + " current_date + 30, 'OPEN', c.owner_id, c.opened_at, 0 from cases c where"
                      + " c.id = :id")
              .bind("action", action)
              .bind("id", id)
              .execute();
          h.createUpdate(
                  "insert into action_evidence (id, action_id, kind, file_name, media_type,"
                      + " added_by, added_at) select :evidence, :action, 'FILE', 'done.txt',"
                      + " 'text/plain', c.owner_id, c.opened_at from cases c where c.id = :id")
              .bind("evidence", proof)
              .bind("action", action)
              .bind("id", id)
              .execute();
          h.createUpdate("insert into action_files values (:evidence, 'Done'::bytea)")
              .bind("evidence", proof)
              .execute();
          h.createUpdate(
                  "insert into imports (id, survey_id, file_name, size_bytes, sha256, follow_up,"
                      + " state, requested_by, requested_at) select :import, s.id, 'answers.csv',"
                      + " 1, '', false, 'DONE', 'cecilia', now() from surveys s where s.key ="
                      + " 'sfo-2018'")
              .bind("import", anImport)
              .execute();
          h.createUpdate(
                  "insert into callbacks (case_id, day, from_time, to_time, agreed_by, agreed_at)"
                      + " select c.id, current_date, '10:00', '12:00', c.owner_id, c.opened_at from"
                      + " cases c where c.id = :id")
              .bind("id", id)
              .execute();
          h.createUpdate(
                  "insert into letters (id, case_id, language, to_address, subject, body,"
                      + " written_by, written_at) select :letter, c.id, 'en',"
                      + " 'customer@slinga.example', 'Your answer', 'Thank you', c.owner_id,"
                      + " c.opened_at from cases c where c.id = :id")
              .bind("letter", Ids.next())
              .bind("id", id)
              .execute();
          for (UUID one : List.of(cause, other)) {
            h.createUpdate(
                    "insert into causes (id, title, state, touchpoint_id, department_id,"
                        + " created_by, created_at, owner_id, version) select :cause, 'A cause',"
                        + " 'SUSPECTED', c.symptom_touchpoint_id, c.symptom_department_id,"
                        + " c.owner_id, c.opened_at, c.owner_id, 0 from cases c where c.id = :id")
                .bind("cause", one)
                .bind("id", id)
                .execute();
          }
          h.createUpdate(
                  "insert into projects (id, number, title, aim, department_id, owner_id, deadline,"
                      + " state, impact, confidence, effort, created_by, created_at, changed_at,"
                      + " version) select :project, :projectNumber, 'A project', 'An aim',"
                      + " c.symptom_department_id, c.owner_id, current_date + 30, 'PROPOSED', 1, 1,"
                      + " 1, c.owner_id, c.opened_at, c.opened_at, 0 from cases c where c.id = :id")
              .bind("project", Ids.next())
              .bind("projectNumber", project)
              .bind("id", id)
              .execute();
          h.createUpdate(
                  "insert into cause_nodes (id, cause_id, title, position) values (:node, :cause,"
                      + " 'A branch', 1)")
              .bind("node", node)
              .bind("cause", cause)
              .execute();
          h.createUpdate(
                  "insert into cause_evidence (id, cause_id, kind, file_name, media_type, added_by,"
                      + " added_at) select :evidence, :cause, 'FILE', 'seen.txt', 'text/plain',"
                      + " c.owner_id, c.opened_at from cases c where c.id = :id")
              .bind("evidence", evidence)
              .bind("cause", cause)
              .bind("id", id)
              .execute();
          h.createUpdate("insert into cause_files values (:evidence, 'Seen'::bytea)")
              .bind("evidence", evidence)
              .execute();
          // a job of the CX owner's, which is nobody else's business
          h.createUpdate(
                  "insert into bulk_jobs (id, verb, state, requested_by, requested_at, worked_at,"
                      + " named, total) values (:bulk, 'assign', 'RUNNING', 'cecilia', now(), now()"
                      + " + interval '1 day', 0, 0)")
              .bind("bulk", bulk)
              .execute();
          h.createUpdate("update cases set actions_total = 1, actions_open = 1 where id = :id")
              .bind("id", id)
              .execute();
          return new Subject(number, id, project, ids);
        });
  }

  /** One of those that come with the product. */
  private UUID template() {
    return database.read(
        h ->
            h.createQuery("select id from letter_templates order by name limit 1")
                .mapTo(UUID.class)
                .one());
  }
}

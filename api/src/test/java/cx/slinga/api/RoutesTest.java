package cx.slinga.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import cx.slinga.api.shared.ApiApplication;
import cx.slinga.api.shared.Verb;
import jakarta.validation.Valid;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Every address of the API on one page; a new one without its row fails. */
class RoutesTest {
  /** Method, address and what a refused attempt is recorded as; "read" where nothing changes. */
  private static final String TABLE =
      """
      GET  /absences                     read
      POST /absences                     absence.announced
      DELETE /absences/{id}                absence.cancelled
      GET  /actions                      read
      POST /actions/bulk                 action.bulk
      GET  /actions/{id}                 read
      POST /actions/{id}/cancel          action.cancelled
      POST /actions/{id}/complete        action.done
      POST /actions/{id}/deadline        action.deadline-moved
      POST /actions/{id}/dependency      action.dependency-changed
      POST /actions/{id}/done            action.done
      GET  /actions/{id}/evidence        read
      POST /actions/{id}/evidence        action.evidence-added
      DELETE /actions/{id}/evidence/{evidence} action.evidence-removed
      GET  /actions/{id}/evidence/{evidence} read
      GET  /actions/{id}/history         read
      POST /actions/{id}/reassign        action.assigned
      POST /actions/{id}/reopen          action.reopened
      GET  /audit                        read
      GET  /cases                        read
      POST /cases/bulk                   bulk.requested
      GET  /cases/{number}               read
      POST /cases/{number}/actions       action.added
      POST /cases/{number}/assign        case.assigned
      POST /cases/{number}/callback      case.callback-agreed
      POST /cases/{number}/callback/drop case.callback-dropped
      POST /cases/{number}/cause         case.analysed
      POST /cases/{number}/close         case.closed
      POST /cases/{number}/contact       case.contacted
      PUT  /cases/{number}/customer      customer.changed
      POST /cases/{number}/dismiss       case.dismissed
      GET  /cases/{number}/letters       read
      POST /cases/{number}/letters       case.contacted
      POST /cases/{number}/notes         case.noted
      POST /cases/{number}/pause         case.paused
      POST /cases/{number}/recovery      case.recovery-scored
      POST /cases/{number}/reopen        case.reopened
      POST /cases/{number}/resolve       case.resolved
      POST /cases/{number}/resume        case.resumed
      POST /cases/{number}/severity      case.severity-changed
      GET  /causes                       read
      GET  /causes/{id}                  read
      GET  /causes/{id}/actions          read
      POST /causes/{id}/actions          action.added
      POST /causes/{id}/address          cause.addressed
      POST /causes/{id}/confirm          cause.confirmed
      POST /causes/{id}/evidence         cause.evidence-added
      DELETE /causes/{id}/evidence/{evidence} cause.evidence-removed
      GET  /causes/{id}/evidence/{evidence} read
      POST /causes/{id}/merge            cause.taken-in
      POST /causes/{id}/reconsider       cause.reconsidered
      POST /causes/{id}/reject           cause.rejected
      POST /causes/{id}/rename           cause.renamed
      POST /causes/{id}/split            cause.split
      PUT  /causes/{id}/whys             cause.whys-changed
      GET  /departments                  read
      POST /departments                  department.added
      PUT  /departments/{key}            department.changed
      GET  /exports/cases                cases.exported
      GET  /gate                         read
      POST /gate                         gate.changed
      GET  /imports                      read
      POST /imports                      import.requested
      GET  /imports/{id}                 read
      GET  /imports/{id}/rejections      read
      GET  /insight/cases                read
      GET  /insight/causes               read
      GET  /insight/daily                read
      GET  /insight/nps                  read
      GET  /insight/touchpoints          read
      GET  /jobs                         read
      GET  /jobs/{id}                    read
      POST /jobs/{id}/cancel             bulk.cancelled
      GET  /jobs/{id}/refusals           read
      GET  /outbox                       read
      POST /outbox/{id}/discard          message.discarded
      POST /outbox/{id}/send-again       message.sent-again
      GET  /people                       read
      POST /people/{username}/hand-over  person.handed-over
      GET  /projects                     read
      POST /projects                     project.proposed
      GET  /projects/{number}            read
      GET  /projects/{number}/actions    read
      POST /projects/{number}/actions    action.added
      POST /projects/{number}/approve    project.approved
      POST /projects/{number}/assign     project.assigned
      POST /projects/{number}/celebrate  project.celebrated
      POST /projects/{number}/change     project.changed
      POST /projects/{number}/finish     project.finished
      POST /projects/{number}/link       project.cause-linked
      POST /projects/{number}/start      project.started
      POST /projects/{number}/stop       project.stopped
      POST /projects/{number}/unlink     project.cause-unlinked
      GET  /responses                    read
      POST /responses                    response.submitted
      GET  /rules/routing                read
      PUT  /rules/routing                rules.changed
      POST /rules/routing/try            rules.tried
      GET  /rules/{survey}               read
      PUT  /rules/{survey}               rules.changed
      POST /rules/{survey}/try           rules.tried
      GET  /service-levels               read
      PUT  /service-levels               service-levels.changed
      GET  /service-levels/following     read
      GET  /stages                       read
      POST /stages                       stage.added
      PUT  /stages/{key}                 stage.changed
      GET  /surveys                      read
      PUT  /surveys/{key}/wait           survey.wait-changed
      GET  /templates                    read
      POST /templates                    template.added
      GET  /templates/{id}               read
      POST /templates/{id}               template.changed
      POST /templates/{id}/delete        template.deleted
      GET  /touchpoints                  read
      POST /touchpoints                  touchpoint.added
      PUT  /touchpoints/{key}            touchpoint.changed
      PUT  /touchpoints/{key}/place      touchpoint.changed
      PUT  /touchpoints/{key}/responsible touchpoint.assigned
      """;

  @Test
  void everyAddressHasItsRow() {
    var rows = new TreeMap<String, String>();
    for (Method method : methods()) {
      Verb verb = method.getAnnotation(Verb.class);
      rows.put(address(method), verb == null ? "read" : verb.value());
    }
    String found =
        rows.entrySet().stream()
            .sorted(Comparator.comparing(row -> path(row.getKey()) + " " + row.getKey()))
            .map(
                row ->
                    "%-4s %-29s %s"
                        .formatted(row.getKey().split(" ")[0], path(row.getKey()), row.getValue()))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(TABLE.replaceAll(" +\n", "\n"), found);
  }

  @Test
  void everyChangeSaysUnderWhichVerbItsRefusalIsRecorded() {
    for (Method method : methods()) {
      if (!method.isAnnotationPresent(GET.class)) {
        assertTrue(method.isAnnotationPresent(Verb.class), method.toString());
      }
    }
  }

  @Test
  void everyJsonBodyIsCheckedForWhatIsMissing() {
    for (Method method : methods()) {
      Consumes consumes = method.getAnnotation(Consumes.class);
      boolean json =
          consumes == null || Arrays.asList(consumes.value()).contains(MediaType.APPLICATION_JSON);
      if (method.isAnnotationPresent(GET.class)
          || method.isAnnotationPresent(DELETE.class)
          || !json) {
        continue;
      }
      List<Parameter> bodies =
          Stream.of(method.getParameters())
              .filter(
                  p ->
                      Stream.of(p.getAnnotations())
                          .noneMatch(a -> a.annotationType().getName().startsWith("jakarta.ws.rs")))
              .toList();
      assertEquals(1, bodies.size(), method.toString());
      assertTrue(bodies.get(0).isAnnotationPresent(Valid.class), method.toString());
    }
  }

  @Test
  void everyAddressHasASummaryInTheDocument() {
    for (Method method : methods()) {
      Operation operation = method.getAnnotation(Operation.class);
      assertTrue(
          operation != null && (operation.hidden() || !operation.summary().isBlank()),
          method.toString());
    }
  }

  @Test
  void thePageForProgrammersNamesEveryAddress() throws IOException {
    String page = Files.readString(java.nio.file.Path.of("../docs/api.md"));
    for (Method method : methods()) {
      String address = path(address(method));
      assertTrue(page.contains("`" + address + "`") || page.contains(" " + address), address);
    }
  }

  @Test
  void theVersionIsInTheAddress() {
    assertEquals("/v1", ApiApplication.class.getAnnotation(ApplicationPath.class).value());
  }

  private static List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cx.slinga.api")) {
      if (type.isAnnotatedWith(Path.class)) {
        Stream.of(type.reflect().getDeclaredMethods())
            .filter(m -> httpMethod(m) != null)
            .forEach(methods::add);
      }
    }
    assertFalse(methods.isEmpty());
    return methods;
  }

  private static String address(Method method) {
    Path own = method.getAnnotation(Path.class);
    return httpMethod(method)
        + " "
        + method.getDeclaringClass().getAnnotation(Path.class).value()
        + (own == null ? "" : own.value());
  }

  private static String path(String address) {
    return address.substring(address.indexOf(' ') + 1);
  }

  private static String httpMethod(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (http != null) {
        return http.value();
      }
    }
    return null;
  }
}

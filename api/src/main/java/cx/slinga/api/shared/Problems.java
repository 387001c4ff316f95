package cx.slinga.api.shared;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import cx.slinga.audit.AuditTrail;
import cx.slinga.cases.CaseChangeQueries;
import cx.slinga.cases.CaseIncomplete;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.Messages;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one place where what was thrown becomes an answer. A refusal tells why, in the caller's
 * language; a refused change is recorded. Everything unforeseen gets an incident number that stands
 * in the log with the whole story and in the answer without it.
 */
@ApplicationScoped
public class Problems {
  private static final Logger LOG = System.getLogger(Problems.class.getName());

  /** Statuses with words of their own; any other 4xx is told as a bad request. */
  static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 406, 409, 413, 415, 422);

  /** What a refusal by the container must keep telling. */
  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE);

  @Inject private Call call;
  @Inject private AuditTrail auditTrail;
  @Inject private CaseChangeQueries caseChanges;
  @Inject private CurrentUser currentUser;

  Response answer(Throwable thrown) {
    WebApplicationException http = find(WebApplicationException.class, thrown);
    if (http != null && http.getResponse().getStatus() < 400) {
      return http.getResponse();
    }
    Problem problem = problem(thrown, http);
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .language(call.language())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .entity(problem);
    if (http != null) {
      for (String name : KEPT_HEADERS) {
        String value = http.getResponse().getHeaderString(name);
        if (value != null) {
          answer.header(name, value);
        }
      }
    }
    return answer.build();
  }

  private Problem problem(Throwable thrown, @Nullable WebApplicationException http) {
    BusinessException refusal = find(BusinessException.class, thrown);
    if (refusal != null) {
      return refused(refusal);
    }
    if (find(EJBAccessException.class, thrown) != null) {
      return refused(new NotAllowedException());
    }
    if (ChangedMeanwhileException.isBehind(thrown)) {
      return refused(new ChangedMeanwhileException(call.objectId()));
    }
    BadRequest bad = find(BadRequest.class, thrown);
    if (bad != null) {
      return told(400, bad.key(), bad.field(), bad.args());
    }
    if (http != null && http.getResponse().getStatus() < 500) {
      return told(http.getResponse().getStatus());
    }
    if (thrown instanceof ConstraintViolationException violations) {
      return told(violations);
    }
    Problem unreadable = unreadable(thrown);
    return unreadable != null ? unreadable : incident(thrown);
  }

  private Problem refused(BusinessException refusal) {
    int status = status(refusal);
    if (status == 403 || (call.isChange() && status != 400)) {
      try {
        record(refusal);
      } catch (RuntimeException e) {
        // no refusal without its record either
        return incident(e);
      }
    }
    Locale language = call.language();
    Problem problem =
        Problem.of(
            status,
            refusal.key(),
            title(status),
            Messages.text(language, refusal),
            refusal.field());
    if (refusal instanceof ChangedMeanwhileException changed && call.objectType().equals("case")) {
      return withChanges(problem, changed);
    }
    return refusal instanceof CaseIncomplete incomplete
        ? problem.withMissing(MissingPoint.of(incomplete, language))
        : problem;
  }

  private Problem withChanges(Problem problem, ChangedMeanwhileException changed) {
    Long seen = changed.seenVersion();
    if (seen == null) {
      return problem;
    }
    try {
      return problem.withChanges(
          caseChanges.since(currentUser.get().cases(), call.objectId(), seen));
    } catch (NotFoundException e) {
      return problem; // the change took the case out of the caller's sight
    }
  }

  private void record(BusinessException refusal) {
    String verb = call.verb();
    if (verb != null) {
      auditTrail.recordRefusal(verb, call.objectType(), call.objectId(), refusal.key());
    }
  }

  private static int status(BusinessException refusal) {
    if (refusal instanceof NotFoundException) {
      return 404;
    }
    if (refusal instanceof NotAllowedException) {
      return 403;
    }
    if (refusal instanceof ChangedMeanwhileException || refusal instanceof CaseIncomplete) {
      return 409;
    }
    return refusal.key().equals("filter.unknown-value") ? 400 : 422;
  }

  private Problem told(int status) {
    int known = TOLD.contains(status) ? status : 400;
    return told(known, "http-" + known, null, List.of());
  }

  private Problem told(int status, String key, @Nullable String field, List<?> args) {
    return Problem.of(
        status, key, title(status), ProblemTexts.text(call.language(), key, args), field);
  }

  private Problem told(ConstraintViolationException violations) {
    if (violations.getConstraintViolations().stream().anyMatch(v -> nodes(v).size() <= 2)) {
      return told(400, "json.malformed", null, List.of());
    }
    List<Problem.FieldError> errors =
        violations.getConstraintViolations().stream()
            .map(
                v ->
                    new Problem.FieldError(
                        property(v),
                        ProblemTexts.text(
                            call.language(), "property.missing", List.of(property(v)))))
            .sorted(Comparator.comparing(Problem.FieldError::field))
            .toList();
    Problem.FieldError first = errors.get(0);
    Problem problem =
        Problem.of(400, "property.missing", title(400), first.detail(), first.field());
    return errors.size() == 1 ? problem : problem.withErrors(errors);
  }

  /**
   * {@code assign.body.owner} to {@code owner}: method and parameter are no business of callers.
   */
  private static String property(ConstraintViolation<?> violation) {
    List<String> nodes = nodes(violation);
    return String.join(".", nodes.subList(2, nodes.size()));
  }

  private static List<String> nodes(ConstraintViolation<?> violation) {
    return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .map(Path.Node::toString)
        .filter(node -> !node.startsWith("<"))
        .toList();
  }

  private @Nullable Problem unreadable(Throwable thrown) {
    StreamReadException syntax = find(StreamReadException.class, thrown);
    if (syntax != null) {
      JsonLocation at = syntax.getLocation();
      return at == null
          ? told(400, "json.malformed", null, List.of())
          : told(
              400,
              "json.malformed-at",
              null,
              List.of(String.valueOf(at.getLineNr()), String.valueOf(at.getColumnNr())));
    }
    if (find(StreamConstraintsException.class, thrown) != null) {
      return told(400, "json.malformed", null, List.of());
    }
    MismatchedInputException mismatch = find(MismatchedInputException.class, thrown);
    return mismatch == null ? null : mismatch(mismatch);
  }

  private Problem mismatch(MismatchedInputException mismatch) {
    String field =
        mismatch.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(name -> name != null)
            .collect(Collectors.joining("."));
    if (mismatch instanceof UnrecognizedPropertyException) {
      return told(400, "property.unknown", field, List.of(field));
    }
    Class<?> type = mismatch.getTargetType();
    if (mismatch instanceof InvalidFormatException && type != null && type.isEnum()) {
      String constants =
          Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      return told(400, "property.not-one-of", field, List.of(field, constants));
    }
    if (type == LocalDate.class) {
      return told(400, "property.not-a-date", field, List.of(field));
    }
    return field.isEmpty()
        ? told(400, "json.malformed", null, List.of())
        : told(400, "property.unreadable", field, List.of(field));
  }

  private Problem incident(Throwable thrown) {
    String number = Incident.number();
    LOG.log(Level.ERROR, "incident %s at %s".formatted(number, call.verb()), thrown);
    return told(500, "http-500", null, List.of(number)).withInstance(number);
  }

  private String title(int status) {
    return ProblemTexts.text(call.language(), "title-" + status, List.of());
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}

package cx.slinga.it;

import cx.slinga.cases.CaseFilter;
import cx.slinga.security.Visibility;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.TypedId;
import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Calls any public service method about one case, with arguments made from the names and types of
 * its parameters, and says how the product answered. The arguments are such that the right to the
 * row is what decides; what is wrong with them otherwise does not matter here.
 */
final class Probe {
  /** How a call ended, seen from the rights. */
  enum Answer {
    /** It was done, or refused for a reason that has nothing to do with rights. */
    LET_IN,
    /** The role may not, the row is out of sight, or nothing of it is in what was read. */
    KEPT_OUT
  }

  /** What belongs to one case. */
  record Subject(String number, UUID id, String project, Map<String, UUID> ids) {}

  /** Numbers that have a scale. */
  private static final Set<String> GRADES = Set.of("score", "impact", "confidence", "effort");

  private static final Pattern SOMETHING = Pattern.compile("\\b[1-9][0-9]*\\b|\\btrue\\b");

  private final Subject subject;
  private final Visibility visibility;
  private final StringBuilder consumed = new StringBuilder();

  Probe(Subject subject, Visibility visibility) {
    this.subject = subject;
    this.visibility = visibility;
  }

  /**
   * Calls the method.
   *
   * @param reads whether seeing nothing of the case counts as being kept out
   */
  Answer call(Object bean, Method method, boolean reads) throws Throwable {
    Object[] arguments = new Object[method.getParameterCount()];
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] =
          value(
              method.getDeclaringClass().getSimpleName() + "." + method.getName(),
              parameters[i].getName(),
              parameters[i].getType(),
              parameters[i].getParameterizedType());
    }
    Object result;
    try {
      result = method.invoke(bean, arguments);
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      if (cause instanceof EJBAccessException
          || cause instanceof NotFoundException
          || cause instanceof NotAllowedException) {
        return Answer.KEPT_OUT;
      }
      if (cause instanceof cx.slinga.shared.BusinessException) {
        return Answer.LET_IN;
      }
      throw cause;
    }
    if (!reads) {
      return Answer.LET_IN;
    }
    String shown = result + " " + consumed;
    return shown.contains(subject.number()) || SOMETHING.matcher(shown).find()
        ? Answer.LET_IN
        : Answer.KEPT_OUT;
  }

  private Object value(String owner, String name, Class<?> type, Type generic) throws Exception {
    if (type == Visibility.class) {
      return visibility;
    }
    if (type == String.class) {
      return text(name);
    }
    if (type == UUID.class) {
      return id(owner, name);
    }
    if (type == CaseFilter.class) {
      return CaseFilter.parse(Map.of("q", subject.number())::get);
    }
    if (type == int.class || type == Integer.class || type == short.class) {
      return GRADES.contains(name) ? 3 : 10;
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == LocalDate.class) {
      return Workday.inTwoWeeks();
    }
    if (type == Instant.class) {
      return Instant.now(Clock.systemUTC());
    }
    if (type == LocalTime.class) {
      return LocalTime.NOON;
    }
    if (type == Locale.class) {
      return Locale.ENGLISH;
    }
    if (type == InputStream.class) {
      return new ByteArrayInputStream("nothing".getBytes(StandardCharsets.UTF_8));
    }
    if (type == OutputStream.class) {
      return new ByteArrayOutputStream();
    }
    if (type == byte[].class) {
      return "nothing".getBytes(StandardCharsets.UTF_8);
    }
    if (type == Consumer.class) {
      return (Consumer<Object>) consumed::append;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == List.class || type == Set.class) {
      Class<?> element =
          generic instanceof ParameterizedType of
                  && of.getActualTypeArguments()[0] instanceof Class<?> each
              ? each
              : Object.class;
      Object one =
          element == String.class || element == UUID.class || element.isEnum()
              ? value(owner, singular(name), element, element)
              : null;
      List<Object> list = one == null ? List.of() : List.of(one);
      return type == Set.class ? Set.copyOf(list) : list;
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (TypedId.class.isAssignableFrom(type)) {
      return type.getConstructor(UUID.class).newInstance(id(owner, name));
    }
    if (type.isRecord()) {
      List<Object> values = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        values.add(
            value(
                type.getSimpleName(),
                component.getName(),
                component.getType(),
                component.getGenericType()));
      }
      return type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class[]::new))
          .newInstance(values.toArray());
    }
    return null;
  }

  private String text(String name) {
    return switch (name) {
      case "number", "case", "caseNumber", "objectId" -> subject.number();
      case "owner", "ownerUsername", "username", "person", "standIn" -> "karin";
      case "symptomTouchpoint", "causeTouchpoint", "touchpoint" -> "signs-inside";
      case "survey", "surveyKey", "key" -> "sfo-2018";
      case "department", "departmentKey" -> "wayfinding";
      case "project" -> subject.project();
      case "language" -> "en";
      case "objectType" -> "case";
      case "externalId" -> UUID.randomUUID().toString();
      case "after", "causeId", "words", "actor" -> null;
      case "email", "address", "to" -> "customer@slinga.example";
      case "url", "link" -> "https://slinga.example/";
      default -> "Something";
    };
  }

  private UUID id(String owner, String name) {
    if (name.equals("caseId")) {
      return subject.id();
    }
    return Stream.of(owner + "." + name, owner.split("\\.")[0] + "." + name, name)
        .map(subject.ids()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }
}

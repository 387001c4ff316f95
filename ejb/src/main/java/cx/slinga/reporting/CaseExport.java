package cx.slinga.reporting;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseSort;
import cx.slinga.security.Caller;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Ids;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes a workbook of cases from one snapshot of the database and puts it into the record, in one
 * transaction that is over before the first byte leaves.
 */
@Stateless
@PermitAll // ExportService asks for the role, and hands the caller's sight on
public class CaseExport {
  private Database database;
  private Consumer<DomainEvent> events;
  private Clock clock;

  /** For the container. */
  @SuppressWarnings("NullAway")
  public CaseExport() {}

  @Inject
  CaseExport(Database database, Event<DomainEvent> events, Clock clock) {
    this(database, (Consumer<DomainEvent>) events::fire, clock);
  }

  /** For use outside the container: benchmarks and tests. */
  public CaseExport(Database database, Consumer<DomainEvent> events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** The workbook, complete; to be closed by whoever asked for it. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public CaseWorkbook make(Caller caller, CaseFilter filter, CaseSort sort, Locale locale)
      throws IOException {
    // so that rows and count are of the same moment; must be the transaction's first statement
    database.write(h -> h.execute("set transaction isolation level repeatable read"));
    // "late" and "today" too: the count and the rows are asked with the same time
    Instant asOf = clock.instant();
    CaseQueries cases = new CaseQueries(database, Clock.fixed(asOf, ZoneOffset.UTC));
    Visibility visibility = caller.cases();
    UUID export = Ids.next();
    CaseWorkbook book = new CaseWorkbook(locale, surveys(), asOf, CaseQueries.ZONE);
    try {
      long counted = cases.count(visibility, filter);
      cases.each(visibility, filter, sort, row -> book.add(row));
      new ActionLines(database).each(visibility, filter, asOf, line -> book.add(line));
      book.complete(cover(caller, filter, sort, locale, export, counted));
      events.accept(CasesExported.of(export, filter, book.rows()));
      return book;
    } catch (RuntimeException e) {
      book.close();
      throw e;
    }
  }

  private CaseCover cover(
      Caller caller, CaseFilter filter, CaseSort sort, Locale locale, UUID export, long counted) {
    ExportWords words = new ExportWords(locale);
    String survey = filter.survey();
    return new CaseCover(
        survey == null ? words.text("survey.all") : surveys().getOrDefault(survey, survey),
        inWords(filter, words),
        words.text("sort." + sort),
        words.text("scope." + caller.cases().scope()),
        caller.name() + " (" + caller.username() + ")",
        export.toString(),
        counted);
  }

  private Map<String, String> inWords(CaseFilter filter, ExportWords words) {
    Map<String, String> restrictions = new LinkedHashMap<>();
    filter
        .parameters()
        .forEach(
            (parameter, value) ->
                restrictions.put(
                    words.text("filter." + parameter), value(parameter, value, filter, words)));
    return restrictions;
  }

  private String value(String parameter, String value, CaseFilter filter, ExportWords words) {
    return switch (parameter) {
      case "state" ->
          filter.states().stream().sorted().map(words::of).collect(Collectors.joining(", "));
      case "severity" -> filter.severity() == null ? value : words.of(filter.severity());
      case "due" -> filter.due() == null ? value : words.text("due." + filter.due());
      case "owner" -> name("select name from people where username = ?", value);
      case "department" -> name("select name from departments where key = ?", value);
      case "touchpoint" -> name("select name from touchpoints where key = ?", value);
      case "survey" -> name("select name from surveys where key = ?", value);
      case "cause" -> name("select title from causes where id = cast(? as uuid)", value);
      default -> value;
    };
  }

  private String name(String question, String key) {
    return database.read(h -> h.select(question, key).mapTo(String.class).findOne().orElse(key));
  }

  private Map<String, String> surveys() {
    return database.read(
        h ->
            h.createQuery("select key, name from surveys")
                .map((row, context) -> Map.entry(row.getString("key"), row.getString("name")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}

package cx.slinga.rootcause;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseSort;
import cx.slinga.rootcause.Likeness.Voice;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what sounds alike: causes for a case, and cases for a cause. */
@Stateless
@DenyAll
public class CauseLikenessQueries {
  /** Cases of each cause that are listened to. */
  private static final int SAMPLE = 20;

  /** Less is no likeness. */
  private static final int ALIKE_AT_LEAST = 12;

  private static final String LABELS =
      "array(select l.label from comment_codes l where l.survey_id = r.survey_id and l.code ="
          + " any(r.codes)) as comments";

  @Inject private Database database;
  @Inject private CauseQueries causes;
  @Inject private CaseQueries cases;

  /**
   * Causes that a case may have: those of the touchpoint where it was felt first, then those whose
   * cases sound alike, then the most frequent. Listens to a few cases of each cause, however many
   * there are; nobody's words come back.
   *
   * @throws NotFoundException when there is no such case, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<CauseSuggestion> suggestionsFor(Visibility visibility, String caseNumber) {
    CaseRow subject = cases.details(visibility, caseNumber).row();
    Map<UUID, List<Voice>> sample = sample(null, caseNumber);
    Likeness likeness = new Likeness(sample.values().stream().flatMap(List::stream).toList());
    Voice said = new Voice(subject.words(), subject.comments());
    return causes.suggestions(subject.symptomKey()).stream()
        .map(
            cause ->
                new CauseSuggestion(
                    cause,
                    cause.touchpointKey().equals(subject.symptomKey()),
                    likeness.similar(
                        said, sample.getOrDefault(cause.id(), List.of()), ALIKE_AT_LEAST),
                    likeness.percent(
                        said, likeness.profile(sample.getOrDefault(cause.id(), List.of())))))
        .sorted(
            Comparator.comparing(CauseSuggestion::here)
                .thenComparing(CauseSuggestion::alike)
                .thenComparing(s -> s.cause().cases())
                .reversed()
                .thenComparing(s -> s.cause().title()))
        .toList();
  }

  /**
   * Cases within sight that name no cause yet and sound like those that name this one, the most
   * alike first. Looks at the newest, at those of the same touchpoint, and at those that use the
   * same words; a few hundred of each.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<AlikeCase> alike(Visibility visibility, UUID id) {
    List<Voice> linked = sample(id, "").getOrDefault(id, List.of());
    CauseRow row =
        database.read(
            h ->
                h.createQuery(CauseSql.ROW + CauseSql.COUNTED_ONE + "where k.id = :id")
                    .bind("id", id)
                    .map(CauseSql.CAUSE_ROW)
                    .findOne()
                    .orElseThrow(() -> new NotFoundException(id)));
    if (linked.isEmpty()) {
      return List.of();
    }
    Map<String, CaseRow> candidates = new LinkedHashMap<>();
    Stream.of(
            candidates(visibility, "touchpoint", row.touchpointKey()),
            candidates(visibility, "q", telling(row.title(), linked)),
            candidates(visibility, "", ""))
        .flatMap(List::stream)
        .filter(one -> one.causeId() == null)
        .forEach(one -> candidates.putIfAbsent(one.number(), one));
    List<Voice> all = new ArrayList<>(linked);
    candidates.values().forEach(one -> all.add(new Voice(one.words(), one.comments())));
    Likeness likeness = new Likeness(all);
    Map<String, Double> profile = likeness.profile(linked);
    return candidates.values().stream()
        .map(
            one ->
                new AlikeCase(
                    one, likeness.percent(new Voice(one.words(), one.comments()), profile)))
        .filter(one -> one.alike() >= ALIKE_AT_LEAST)
        .sorted(
            Comparator.comparingInt(AlikeCase::alike)
                .reversed()
                .thenComparing(one -> one.row().number()))
        .toList();
  }

  private List<CaseRow> candidates(Visibility visibility, String parameter, String value) {
    if (parameter.equals("q") && value.isEmpty()) {
      return List.of();
    }
    return cases
        .list(
            visibility,
            CaseFilter.parse(
                name -> name.equals("state") ? "active" : name.equals(parameter) ? value : null),
            CaseSort.OPENED_NEWEST,
            null,
            400)
        .items();
  }

  /** A search for any of the words that the title and several of the customers use. */
  private static String telling(String title, List<Voice> linked) {
    Map<String, Integer> said = new HashMap<>();
    for (Voice voice : linked) {
      String words = voice.words();
      if (words != null) {
        Likeness.words(words).forEach(word -> said.merge(word, 1, Integer::sum));
      }
    }
    Set<String> inTitle = Likeness.words(title);
    return Stream.concat(
            inTitle.stream(),
            said.entrySet().stream()
                .filter(e -> e.getValue() > 1 && e.getKey().length() > 4)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey))
        .filter(word -> word.length() > 3)
        .distinct()
        .limit(8)
        .collect(Collectors.joining(" or "));
  }

  /**
   * What a few customers of each cause said.
   *
   * @param only one cause, or null for all
   * @param without number of a case that is not listened to
   */
  private Map<UUID, List<Voice>> sample(@Nullable UUID only, String without) {
    Map<UUID, List<Voice>> sample = new HashMap<>();
    database.write(
        h ->
            h.createQuery(
                    "select k.id, s.words, s.comments from causes k join lateral (select r.words, "
                        + LABELS
                        + " from cases c join responses r on r.id = c.response_id where c.cause_id"
                        + " = k.id and c.number <> :without limit :sample) s on true where"
                        + " (cast(:only as uuid) is null or k.id = cast(:only as uuid)) and"
                        + " k.merged_into is null and k.state <> 'REJECTED' limit 10000")
                .bind("without", without)
                .bind("sample", only == null ? SAMPLE : 10 * SAMPLE)
                .bind("only", only)
                .map(
                    (r, context) ->
                        Map.entry(
                            r.getObject("id", UUID.class),
                            new Voice(
                                r.getString("words"),
                                List.of((String[]) r.getArray("comments").getArray()))))
                .forEach(
                    e ->
                        sample
                            .computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                            .add(e.getValue())));
    return sample;
  }
}

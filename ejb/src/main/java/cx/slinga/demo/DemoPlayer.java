package cx.slinga.demo;

import cx.slinga.actionplan.Action;
import cx.slinga.actionplan.ActionChanged;
import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionState;
import cx.slinga.audit.AuditTrail;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.cases.Case;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.Contact;
import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.cases.NamedCause;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.demo.DemoPlan.Stage;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.rootcause.Cause;
import cx.slinga.rootcause.CauseNamed;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plays the staff: contacts, analyses, plans, resolves and closes cases with the verbs that real
 * staff use, at moments of the past days in working hours. All of it is one transaction: it has
 * happened completely or not at all, and the record tells it in the order of time.
 */
@ApplicationScoped
public class DemoPlayer {
  private static final String ORIGIN = "demo";

  @Inject private Database database;
  @Inject private Touchpoints touchpoints;
  @Inject private ServiceLevels serviceLevels;
  @Inject private DemoAnalysis analysis;
  @Inject private AuditTrail auditTrail;
  @Inject private DemoSharedPlan sharedPlan;
  @Inject private DemoProjects projects;
  @Inject private Clock clock;
  @PersistenceContext private EntityManager entities;

  private record Row(
      UUID id,
      UUID ownerId,
      List<String> codes,
      @Nullable String symptom,
      DemoPlan.Opened opened) {}

  private record Person(UUID id, String username) {}

  private record Told(Instant at, String actor, DomainEvent event) {}

  /**
   * Plays the follow-up of a survey whose cases are all open, unless it was played before.
   *
   * @return how many cases there were
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int play(String survey) {
    if (isPlayed(survey)) {
      return 0;
    }
    Performance performance = new Performance(FollowUp.read(), clock.instant());
    performance.play(rows(survey, performance.followUp));
    entities.flush();
    performance.deepen();
    performance.share();
    performance.improve();
    performance.told.sort(Comparator.comparing(Told::at));
    performance.told.forEach(
        told -> auditTrail.recordFor(told.at(), told.actor(), ORIGIN, told.event()));
    auditTrail.recordFor("system", ORIGIN, new DemoPlayed(survey, performance.cases));
    return performance.cases;
  }

  private boolean isPlayed(String survey) {
    return database.read(
        h -> {
          h.execute("select pg_advisory_xact_lock(hashtext('slinga.demo'))");
          return h.createQuery(
                  "select exists (select from audit_entries where object_type = :type and object_id"
                      + " = :survey and verb = :verb)")
              .bind("type", DemoPlayed.TYPE)
              .bind("survey", survey)
              .bind("verb", DemoPlayed.VERB)
              .mapTo(Boolean.class)
              .one();
        });
  }

  private List<Row> rows(String survey, FollowUp followUp) {
    return database.read(
        h ->
            h.createQuery(
                    "select c.id, c.number, c.owner_id, c.opened_at, c.calendar, c.contact_due_at,"
                        + " c.analysis_due_at, c.resolution_due_at, t.key as symptom, r.codes from"
                        + " cases c join surveys s on s.id = c.survey_id join responses r on r.id ="
                        + " c.response_id left join touchpoints t on t.id ="
                        + " c.symptom_touchpoint_id where s.key = :survey and c.state = 'OPEN' and"
                        + " c.version = 0 order by c.number")
                .bind("survey", survey)
                .map(
                    (row, context) -> {
                      List<String> codes = List.of((String[]) row.getArray("codes").getArray());
                      String symptom = row.getString("symptom");
                      return new Row(
                          row.getObject("id", UUID.class),
                          row.getObject("owner_id", UUID.class),
                          codes,
                          symptom,
                          new DemoPlan.Opened(
                              row.getString("number"),
                              row.getTimestamp("opened_at").toInstant(),
                              CalendarKey.valueOf(row.getString("calendar")),
                              row.getTimestamp("contact_due_at").toInstant(),
                              row.getTimestamp("analysis_due_at").toInstant(),
                              row.getTimestamp("resolution_due_at").toInstant(),
                              followUp.behind(codes, symptom).isPresent()));
                    })
                .list());
  }

  /** One play: what is known while it runs. */
  private final class Performance {
    private final FollowUp followUp;
    private final Instant now;
    private final Map<String, TouchpointRow> places;
    private final Map<UUID, String> usernames = new HashMap<>();
    private final Map<UUID, UUID> heads = new HashMap<>();
    private final Person cxOwner;
    private final Map<String, Cause> causes = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private int cases;

    Performance(FollowUp followUp, Instant now) {
      this.followUp = followUp;
      this.now = now;
      this.places =
          touchpoints.all().stream()
              .collect(Collectors.toMap(TouchpointRow::key, Function.identity()));
      List<Person> people =
          database.read(
              h ->
                  h.createQuery("select id, username from people order by username")
                      .map(
                          (row, context) ->
                              new Person(
                                  row.getObject("id", UUID.class), row.getString("username")))
                      .list());
      people.forEach(person -> usernames.put(person.id(), person.username()));
      database.write(
          h ->
              h.createQuery("select id, head_id from departments where head_id is not null")
                  .map(
                      (row, context) ->
                          Map.entry(
                              row.getObject("id", UUID.class),
                              row.getObject("head_id", UUID.class)))
                  .forEach(entry -> heads.put(entry.getKey(), entry.getValue())));
      this.cxOwner =
          database.read(
              h ->
                  h.createQuery(
                          "select id, username from people where active and 'cx_owner' ="
                              + " any(roles) order by username limit 1")
                      .map(
                          (row, context) ->
                              new Person(
                                  row.getObject("id", UUID.class), row.getString("username")))
                      .one());
    }

    void play(List<Row> rows) {
      Map<String, Stage> stages =
          DemoPlan.of(rows.stream().map(Row::opened).toList(), now, CaseQueries.ZONE);
      Map<UUID, Case> found =
          entities
              .createQuery("select c from Case c where c.version = 0", Case.class)
              .getResultList()
              .stream()
              .collect(Collectors.toMap(Case::id, Function.identity()));
      List<Scene> scenes = new ArrayList<>();
      for (Row row : rows) {
        Case subject = found.get(row.id());
        Stage stage = stages.get(row.opened().number());
        if (subject != null && stage != null) {
          scenes.add(new Scene(row, subject, stage));
        }
      }
      cases = scenes.size();
      // a cause is named by the first case that has it
      scenes.stream().sorted(Comparator.comparing(Scene::analysedAt)).forEach(Scene::play);
    }

    void deepen() {
      for (FollowUp.RootCause wanted : followUp.causes()) {
        Cause made = causes.get(wanted.title());
        if (made != null) {
          analysis.deepen(wanted, made, now).forEach(event -> tell(now, made.ownerId(), event));
        }
      }
    }

    /** One plan for all cases of one cause. */
    void share() {
      followUp.causes().stream()
          .filter(wanted -> causes.containsKey(wanted.title()) && wanted.actions().size() > 1)
          .findFirst()
          .ifPresent(
              wanted -> {
                Cause made = Objects.requireNonNull(causes.get(wanted.title()));
                UUID by =
                    heads.getOrDefault(place(wanted.touchpoint()).departmentId(), cxOwner.id());
                sharedPlan.share(wanted, made, by, now).forEach(event -> tell(now, by, event));
              });
    }

    /** Projects, each by the head of the department that can remove its cause. */
    void improve() {
      for (FollowUp.Project wanted : followUp.projects()) {
        Cause made = causes.get(wanted.cause());
        if (made != null) {
          UUID by = heads.getOrDefault(made.departmentId(), cxOwner.id());
          projects.play(wanted, made, by, now, (at, event) -> tell(at, by, event));
        }
      }
    }

    private Cause cause(FollowUp.RootCause wanted, UUID by, Instant at) {
      Cause known = causes.get(wanted.title());
      if (known != null) {
        return known;
      }
      TouchpointRow place = place(wanted.touchpoint());
      Cause made = new Cause(wanted.title(), place.id(), place.departmentId(), by, at);
      entities.persist(made);
      causes.put(wanted.title(), made);
      tell(at, by, new CauseNamed(made.id(), place.id()));
      return made;
    }

    private TouchpointRow place(String key) {
      TouchpointRow place = places.get(key);
      if (place == null) {
        throw new IllegalStateException("the demo has no touchpoint " + key);
      }
      return place;
    }

    private void tell(Instant at, UUID by, DomainEvent event) {
      told.add(new Told(at, usernames.getOrDefault(by, "system"), event));
    }

    /** What happens to one case, each moment after the one before. */
    private final class Scene {
      private final Row row;
      private final Case subject;
      private final Stage stage;
      private final UUID owner;
      private final SplittableRandom random;
      private final WorkingCalendar calendar;
      private final long worked;
      private final long contacted;
      private final long analysed;

      Scene(Row row, Case subject, Stage stage) {
        this.row = row;
        this.subject = subject;
        this.stage = stage;
        this.owner = row.ownerId();
        this.random = new SplittableRandom(row.opened().number().hashCode());
        this.calendar = WorkingCalendars.of(row.opened().calendar());
        this.worked = minutes(now);
        long calm = stage == Stage.CONTACTED ? worked : worked / 2;
        this.contacted = between(0, Math.min(minutes(row.opened().contactDueAt()), calm));
        this.analysed =
            between(
                contacted,
                Math.max(
                    contacted + 2,
                    Math.min(
                        minutes(row.opened().analysisDueAt()),
                        stage == Stage.PLANNED ? worked : worked * 3 / 4)));
      }

      Instant analysedAt() {
        return at(analysed);
      }

      void play() {
        if (stage == Stage.OPEN) {
          return;
        }
        contact();
        pause();
        if (stage == Stage.CONTACTED) {
          return;
        }
        FollowUp.RootCause wanted = followUp.behind(row.codes(), row.symptom()).orElseThrow();
        analyse(wanted);
        boolean ends = stage != Stage.PLANNED;
        if (!ends && random.nextInt(5) == 0) {
          return; // analysed, and no plan yet
        }
        long planned = between(analysed, analysed + Math.max(2, (worked - analysed) / 4));
        long done = between(planned, planned + Math.max(2, (worked - planned) / 2));
        plan(wanted, planned, done, ends);
        if (!ends) {
          return;
        }
        long resolved = between(done, done + Math.max(2, (worked - done) / 2));
        tell(at(resolved), owner, subject.resolve(NamedCause.NONE, owner, at(resolved)));
        if (stage == Stage.CLOSED) {
          long closed = between(resolved, Math.max(resolved + 2, worked));
          tell(
              at(closed),
              cxOwner.id(),
              subject.close(NamedCause.NONE, cxOwner.id(), true, at(closed)));
        }
      }

      /**
       * Some wait for an answer or a delivery; a few still do. Never those that the plan has late.
       */
      private void pause() {
        SplittableRandom whether = new SplittableRandom(row.opened().number().hashCode() + 7L);
        Instant calm = now.plus(Duration.ofDays(2));
        long until = stage == Stage.CONTACTED ? worked : analysed;
        if (until - contacted < 60 || row.opened().nextDueAt(stage).isBefore(calm)) {
          return;
        }
        PauseReason reason = whether.nextInt(4) == 0 ? PauseReason.SUPPLIER : PauseReason.CUSTOMER;
        Instant from = at(contacted + (until - contacted) / 4);
        int chance = whether.nextInt(10);
        if (chance < 2) {
          Instant to = at(contacted + (until - contacted) * 3 / 4);
          tell(from, owner, subject.pause(reason, null, owner, from));
          tell(to, owner, subject.resume(serviceLevels.policies(), owner, to));
        } else if (chance < 4 && stage == Stage.CONTACTED) {
          tell(from, owner, subject.pause(reason, null, owner, from));
        }
      }

      private void contact() {
        int chance = random.nextInt(100);
        if (chance < 15) {
          log(ContactOutcome.NO_ANSWER, ContactChannel.PHONE, contacted / 2);
        }
        ContactOutcome outcome =
            chance < 70
                ? ContactOutcome.REACHED
                : chance < 94 ? ContactOutcome.NOT_POSSIBLE : ContactOutcome.DECLINED;
        ContactChannel channel =
            random.nextInt(3) == 0 ? ContactChannel.PHONE : ContactChannel.EMAIL;
        log(outcome, channel, contacted);
      }

      private void log(ContactOutcome outcome, ContactChannel channel, long minute) {
        List<String> notes = followUp.notes().getOrDefault(outcome, List.of());
        entities.persist(
            new Contact(
                subject.id(),
                at(minute),
                owner,
                channel,
                outcome,
                notes.get(random.nextInt(notes.size()))));
        tell(at(minute), owner, subject.contact(channel, outcome, at(minute)));
      }

      private void analyse(FollowUp.RootCause wanted) {
        Cause cause = cause(wanted, owner, at(analysed));
        TouchpointRow caused = place(wanted.touchpoint());
        TouchpointRow felt = row.symptom() == null ? caused : place(row.symptom());
        tell(
            at(analysed),
            owner,
            subject.analyse(
                cause.id(),
                felt.id(),
                felt.departmentId(),
                caused.id(),
                caused.departmentId(),
                wanted.whys().subList(0, 1 + random.nextInt(wanted.whys().size())),
                at(analysed)));
      }

      private void plan(FollowUp.RootCause wanted, long planned, long done, boolean all) {
        int count = 1 + random.nextInt(Math.min(2, wanted.actions().size()));
        List<Action> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          FollowUp.Planned action = wanted.actions().get(i);
          // what removes a cause is often the head's to do
          boolean forTheHead = action.kind() != ActionKind.CONTAINMENT && random.nextInt(3) == 0;
          UUID by =
              forTheHead
                  ? heads.getOrDefault(place(wanted.touchpoint()).departmentId(), owner)
                  : owner;
          made.add(add(action, by, at(planned), all));
        }
        for (int i = 0; i < made.size(); i++) {
          boolean first = i == 0 && made.size() > 1 && random.nextBoolean();
          if (all || first) {
            UUID by = made.get(i).ownerId();
            tell(at(done), by, subject.actionEnded());
            tell(at(done), by, made.get(i).complete(at(done)));
          }
        }
      }

      private Action add(FollowUp.Planned planned, UUID by, Instant at, boolean ends) {
        LocalDate day = at.atZone(CaseQueries.ZONE).toLocalDate();
        LocalDate today = now.atZone(CaseQueries.ZONE).toLocalDate();
        boolean late = !ends && random.nextInt(25) == 0;
        LocalDate deadline = late ? day.plusDays(1) : today.plusDays(2 + (long) random.nextInt(26));
        Action made =
            new Action(subject.id(), planned.title(), planned.kind(), by, deadline, owner, at, day);
        entities.persist(made);
        tell(at, owner, subject.actionAdded());
        tell(
            at,
            owner,
            new ActionChanged(
                "action.added", made.id(), null, ActionState.OPEN, by, made.deadline()));
        return made;
      }

      /** Working minutes after the opening. */
      private long minutes(Instant moment) {
        return calendar.between(row.opened().openedAt(), moment).toMinutes();
      }

      private Instant at(long minute) {
        return calendar
            .add(row.opened().openedAt(), Duration.ofMinutes(Math.max(1, minute)))
            .plusSeconds(Math.floorMod(minute * 37, 60));
      }

      /** Some minute after the one and before the other. */
      private long between(long after, long before) {
        return after + 1 + random.nextLong(Math.max(1, before - after - 1));
      }
    }
  }
}

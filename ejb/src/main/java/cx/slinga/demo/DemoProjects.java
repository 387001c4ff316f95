package cx.slinga.demo;

import cx.slinga.actionplan.Action;
import cx.slinga.actionplan.ActionChanged;
import cx.slinga.actionplan.ActionState;
import cx.slinga.cases.CaseQueries;
import cx.slinga.improvement.Project;
import cx.slinga.improvement.ProjectCauses;
import cx.slinga.improvement.ProjectChanged;
import cx.slinga.improvement.ProjectFacts;
import cx.slinga.improvement.ProjectState;
import cx.slinga.improvement.Projects;
import cx.slinga.improvement.RunningRoom;
import cx.slinga.rootcause.Cause;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Projects as far as the demo's staff have come with them, with their plans and histories. */
@ApplicationScoped
class DemoProjects {
  private static final RunningRoom ROOM = new RunningRoom("", 0, 1, null);

  @PersistenceContext private EntityManager entities;
  @Inject private Database database;
  @Inject private Projects projects;
  @Inject private ProjectCauses links;

  /**
   * Plays one.
   *
   * @param by who proposes and owns it and does all of it
   * @param told what happened and when
   */
  void play(
      FollowUp.Project wanted,
      Cause cause,
      UUID by,
      Instant now,
      BiConsumer<Instant, DomainEvent> told) {
    boolean done = wanted.state() == ProjectState.DONE || wanted.state() == ProjectState.CELEBRATED;
    Instant proposed = now.minus(Duration.ofDays(21));
    LocalDate today = day(now);
    Project made =
        new Project(
            projects.nextNumber(proposed),
            new ProjectFacts(
                wanted.title(),
                wanted.aim(),
                workday(done ? today : today.plusDays(90)),
                wanted.impact(),
                wanted.confidence(),
                wanted.effort()),
            cause.departmentId(),
            by,
            by,
            proposed,
            day(proposed));
    projects.add(made);
    new Teller(made, by, told).play(wanted, cause, now, done);
  }

  /** One project and who tells of it. */
  private final class Teller {
    private final Project project;
    private final UUID by;
    private final BiConsumer<Instant, DomainEvent> told;

    Teller(Project project, UUID by, BiConsumer<Instant, DomainEvent> told) {
      this.project = project;
      this.by = by;
      this.told = told;
    }

    void play(FollowUp.Project wanted, Cause cause, Instant now, boolean done) {
      Instant proposed = now.minus(Duration.ofDays(21));
      tell(proposed, project.proposed(), null);
      Instant linked = proposed.plus(Duration.ofMinutes(1));
      tell(linked, project.link(cause.id(), linked), cause.id());
      links.link(project.id(), cause.id());
      if (wanted.state() != ProjectState.PROPOSED) {
        Instant approved = now.minus(Duration.ofDays(20));
        tell(approved, project.approve(approved), null);
        Instant started = now.minus(Duration.ofDays(19));
        tell(started, project.start(ROOM, started), null);
        plan(wanted, started, now, done);
      }
      if (done) {
        Instant finished = now.minus(Duration.ofDays(2));
        tell(finished, project.finish(finished), null);
      }
      if (wanted.state() == ProjectState.CELEBRATED) {
        Instant celebrated = now.minus(Duration.ofDays(1));
        tell(celebrated, project.celebrate(celebrated), null);
      }
      projects.flush();
      links.carry(project);
    }

    /** The first action is done in any case, so that one sees that it goes on. */
    private void plan(FollowUp.Project wanted, Instant started, Instant now, boolean done) {
      int open = 0;
      for (int i = 0; i < wanted.actions().size(); i++) {
        FollowUp.Planned planned = wanted.actions().get(i);
        boolean ended = done || i == 0;
        LocalDate deadline = workday(ended ? day(now) : day(now).plusDays(14L * i));
        Action made =
            Action.ofProject(
                project.id(),
                planned.title(),
                planned.kind(),
                by,
                deadline,
                by,
                started,
                day(started));
        told.accept(
            started,
            new ActionChanged("action.added", made.id(), null, ActionState.OPEN, by, deadline));
        if (ended) {
          Instant at = now.minus(Duration.ofDays(4));
          told.accept(at, made.complete(at));
        } else {
          open++;
        }
        entities.persist(made);
      }
      entities.flush();
      int left = open;
      database.write(
          h ->
              h.createUpdate(
                      "update projects set actions_total = :total, actions_open = :open where id ="
                          + " :id")
                  .bind("total", wanted.actions().size())
                  .bind("open", left)
                  .bind("id", project.id())
                  .execute());
    }

    private void tell(Instant at, ProjectChanged event, @Nullable UUID cause) {
      projects.remember(project, event, by, null, cause, at);
      told.accept(at, event);
    }
  }

  private static LocalDate day(Instant at) {
    return at.atZone(CaseQueries.ZONE).toLocalDate();
  }

  private static LocalDate workday(LocalDate day) {
    LocalDate found = day;
    while (found.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      found = found.plusDays(1);
    }
    return found;
  }
}

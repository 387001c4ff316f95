package cx.slinga.actionplan;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.security.Caller;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The improvement projects as far as their plans need them; their own rules lie above. */
@ApplicationScoped
class PlannedProjects {
  @Inject private Database database;

  /** A project, and the calendar by which its deadlines are meant. */
  record Place(UUID project, UUID department, CalendarKey calendar, String number, boolean ended) {}

  /**
   * A project that the caller may plan for; it does not end before the transaction does.
   *
   * @throws NotFoundException when there is none
   * @throws NotAllowedException when it belongs to another department
   */
  Place toPlanFor(Caller caller, String number) {
    Place place =
        find("p.number = :key for no key update of p", number)
            .orElseThrow(() -> new NotFoundException(number));
    check(caller, place);
    if (place.ended()) {
      throw new BusinessException("project.ended", number);
    }
    return place;
  }

  /** Refuses whoever may not plan for the project. */
  void check(Caller caller, UUID project) {
    check(caller, get(project));
  }

  /** The calendar by which deadlines of its actions are meant. */
  CalendarKey calendar(UUID project) {
    return get(project).calendar();
  }

  /** Counts actions that joined the plan or ended; refuses while the project has ended. */
  void count(UUID project, int total, int open) {
    Place place =
        find("p.id = :key::uuid for no key update of p", project.toString()).orElseThrow();
    if (place.ended() && open > 0) {
      throw new BusinessException("project.ended", place.number());
    }
    database.write(
        h ->
            h.createUpdate(
                    "update projects set actions_total = actions_total + :total, actions_open ="
                        + " actions_open + :open where id = :id")
                .bind("total", total)
                .bind("open", open)
                .bind("id", project)
                .execute());
  }

  private Place get(UUID project) {
    return find("p.id = :key::uuid", project.toString())
        .orElseThrow(() -> new NotFoundException(project));
  }

  private static void check(Caller caller, Place place) {
    boolean plans =
        switch (caller.workable().scope()) {
          case ALL -> true;
          case DEPARTMENTS -> caller.workable().departments().contains(place.department());
          case NONE -> false;
        };
    if (!plans) {
      throw new NotAllowedException();
    }
  }

  private Optional<Place> find(String condition, String key) {
    return database.read(
        h ->
            h.createQuery(
                    "select p.id, p.department_id, d.calendar, p.number, p.state in ('DONE',"
                        + " 'CELEBRATED', 'STOPPED') as ended from projects p join departments d on"
                        + " d.id = p.department_id where "
                        + condition)
                .bind("key", key)
                .map(
                    (row, context) ->
                        new Place(
                            row.getObject("id", UUID.class),
                            row.getObject("department_id", UUID.class),
                            CalendarKey.valueOf(row.getString("calendar")),
                            row.getString("number"),
                            row.getBoolean("ended")))
                .findOne());
  }
}

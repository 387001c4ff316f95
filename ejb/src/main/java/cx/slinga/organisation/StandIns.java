package cx.slinga.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who is away on a day, and who does their work. */
public final class StandIns {
  private final Map<UUID, UUID> standIns;
  private final Set<UUID> here;

  private StandIns(Map<UUID, UUID> standIns, Set<UUID> activeStandIns) {
    this.standIns = Map.copyOf(standIns);
    this.here = Set.copyOf(activeStandIns);
  }

  /** Nobody is away. */
  public static StandIns none() {
    return new StandIns(Map.of(), Set.of());
  }

  /**
   * These.
   *
   * @param standIns by who is away
   * @param active those of the stand-ins who still work here
   */
  public static StandIns of(Map<UUID, UUID> standIns, Set<UUID> active) {
    return new StandIns(standIns, active);
  }

  /** Those of that day, in one statement. */
  public static StandIns on(Handle h, LocalDate day) {
    Map<UUID, UUID> standIns = new HashMap<>();
    Set<UUID> active = new HashSet<>();
    h.createQuery(
            "select a.person_id, a.stand_in_id, p.active from absences a join people p on p.id ="
                + " a.stand_in_id where a.from_day <= :day and a.to_day >= :day order by"
                + " a.from_day desc")
        .bind("day", day)
        .map(
            (row, context) -> {
              UUID standIn = row.getObject("stand_in_id", UUID.class);
              standIns.put(row.getObject("person_id", UUID.class), standIn);
              return row.getBoolean("active") ? standIn : null;
            })
        .forEach(
            standIn -> {
              if (standIn != null) {
                active.add(standIn);
              }
            });
    return new StandIns(standIns, active);
  }

  /** Whether the person is away. */
  public boolean isAway(UUID person) {
    return standIns.containsKey(person);
  }

  /**
   * Who does the person's work: themselves when they are here, else the first of their stand-ins
   * and those stand-ins' stand-ins who is. Null when there is none, because the last one has left
   * or they stand in for each other; their department's head does it then.
   */
  public @Nullable UUID inCharge(UUID person) {
    UUID next = person;
    Set<UUID> passed = new HashSet<>();
    while (isAway(next)) {
      UUID standIn = standIns.get(next);
      if (standIn == null || !passed.add(next) || !here.contains(standIn)) {
        return null;
      }
      next = standIn;
    }
    return next;
  }
}

package cx.slinga.organisation;

import cx.slinga.shared.BusinessException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who takes over from somebody: the chosen one; else their stand-in; else the head of the work's
 * department or of one above it; else the head of a department of theirs; else of the CX owners the
 * one with the least open cases.
 *
 * <p>For one hand-over and one thread.
 */
public final class Successors {
  private record Department(@Nullable UUID parent, @Nullable UUID head) {}

  private record Load(UUID person, String username, long open) {}

  private final @Nullable UUID first;
  private final Map<UUID, Department> departments;
  private final List<UUID> own;
  private final PriorityQueue<Load> cxOwners;

  private Successors(
      @Nullable UUID first,
      Map<UUID, Department> departments,
      List<UUID> own,
      List<Load> cxOwners) {
    this.first = first;
    this.departments = departments;
    this.own = own;
    this.cxOwners =
        new PriorityQueue<>(Comparator.comparingLong(Load::open).thenComparing(Load::username));
    this.cxOwners.addAll(cxOwners);
  }

  /**
   * Those of this person, a fixed number of statements.
   *
   * @param chosen who takes over in any case
   */
  static Successors of(Handle h, UUID leaver, @Nullable UUID chosen, LocalDate today) {
    StandIns standIns = StandIns.on(h, today);
    UUID standIn = standIns.isAway(leaver) ? standIns.inCharge(leaver) : null;
    Map<UUID, Department> departments = new HashMap<>();
    h.createQuery(
            "select d.id, d.parent_id, p.id as head_id from departments d left join people p on"
                + " p.id = d.head_id and p.active and p.id <> :leaver")
        .bind("leaver", leaver)
        .map(
            (row, context) -> {
              UUID head = row.getObject("head_id", UUID.class);
              UUID inCharge = head == null ? null : standIns.inCharge(head);
              return Map.entry(
                  row.getObject("id", UUID.class),
                  new Department(
                      row.getObject("parent_id", UUID.class),
                      leaver.equals(inCharge) ? null : inCharge));
            })
        .forEach(entry -> departments.put(entry.getKey(), entry.getValue()));
    List<UUID> own =
        h.createQuery(
                "select m.department_id from memberships m join departments d on d.id ="
                    + " m.department_id where m.person_id = :leaver order by d.name")
            .bind("leaver", leaver)
            .mapTo(UUID.class)
            .list();
    List<Load> cxOwners =
        h.createQuery(
                "select p.id, p.username, count(c.id) as open from people p left join cases c on"
                    + " c.owner_id = p.id and c.state not in ('CLOSED', 'DISMISSED') where"
                    + " p.active and p.id <> :leaver and 'cx_owner' = any(p.roles) group by p.id")
            .bind("leaver", leaver)
            .map(
                (row, context) ->
                    new Load(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getLong("open")))
            .list();
    List<Load> present = cxOwners.stream().filter(o -> !standIns.isAway(o.person())).toList();
    return new Successors(
        chosen != null ? chosen : leaver.equals(standIn) ? null : standIn,
        departments,
        own,
        present.isEmpty() ? new ArrayList<>(cxOwners) : present);
  }

  /**
   * Who takes over one more piece of work.
   *
   * @param department which the work belongs to, null when it belongs to none
   * @throws BusinessException when nobody is there
   */
  public UUID next(@Nullable UUID department) {
    if (first != null) {
      return first;
    }
    UUID head = department == null ? null : headAbove(department);
    for (int i = 0; head == null && i < own.size(); i++) {
      head = headAbove(own.get(i));
    }
    if (head != null) {
      return head;
    }
    Load least = cxOwners.poll();
    if (least == null) {
      throw new BusinessException("hand-over.nobody");
    }
    cxOwners.add(new Load(least.person(), least.username(), least.open() + 1));
    return least.person();
  }

  private @Nullable UUID headAbove(UUID department) {
    Set<UUID> passed = new HashSet<>();
    UUID here = department;
    while (here != null && passed.add(here)) {
      Department found = departments.get(here);
      if (found == null || found.head() != null) {
        return found == null ? null : found.head();
      }
      here = found.parent();
    }
    return null;
  }
}

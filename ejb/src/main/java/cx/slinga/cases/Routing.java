package cx.slinga.cases;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.shared.BusinessException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds an owner for each case of a batch: the person responsible for the touchpoint; else of the
 * department's case owners the one with the least open cases; else the department's head; else of
 * the CX owners the one with the least. Counts along, so that a large batch is shared out evenly.
 *
 * <p>For one batch and one thread.
 */
final class Routing {

  /** An active person who may own cases. */
  record Person(
      UUID id,
      String username,
      boolean caseOwner,
      boolean cxOwner,
      Set<UUID> departments,
      long open) {}

  /** A touchpoint with what follows from it; {@code person} and {@code head} are active. */
  record Place(
      UUID touchpoint,
      UUID department,
      @Nullable UUID person,
      @Nullable UUID head,
      CalendarKey calendar) {}

  /** Where a case goes. */
  record Route(
      UUID owner, @Nullable UUID touchpoint, @Nullable UUID department, CalendarKey calendar) {}

  private static final CalendarKey DEFAULT_CALENDAR = CalendarKey.SWEDEN;

  private final Map<String, Place> places;
  private final Map<UUID, Load> loads = new HashMap<>();
  private final Map<UUID, Team> teams = new HashMap<>();
  private final Team cxOwners;

  /**
   * @param places by key of the touchpoint
   */
  Routing(Map<String, Place> places, Collection<Person> people) {
    this.places = Map.copyOf(places);
    List<Load> all = people.stream().map(Load::new).toList();
    all.forEach(load -> loads.put(load.person.id(), load));
    this.cxOwners = new Team(all.stream().filter(load -> load.person.cxOwner()).toList());
    Map<UUID, List<Load>> members = new HashMap<>();
    all.stream()
        .filter(load -> load.person.caseOwner())
        .forEach(
            load ->
                load.person
                    .departments()
                    .forEach(d -> members.computeIfAbsent(d, k -> new ArrayList<>()).add(load)));
    members.forEach((department, team) -> teams.put(department, new Team(team)));
  }

  /**
   * The way of one more case.
   *
   * @param touchpoint key of the touchpoint where it went worst, or null
   * @throws BusinessException when nobody is there to own it
   */
  Route route(@Nullable String touchpoint) {
    Place place = touchpoint == null ? null : places.get(touchpoint);
    if (place == null) {
      return new Route(cxOwner(), null, null, DEFAULT_CALENDAR);
    }
    return new Route(owner(place), place.touchpoint(), place.department(), place.calendar());
  }

  /** The touchpoint of that key, or null when there is none. */
  @Nullable UUID touchpointId(@Nullable String touchpoint) {
    Place place = touchpoint == null ? null : places.get(touchpoint);
    return place == null ? null : place.touchpoint();
  }

  /** Of the department's case owners the one with the least; null when there are none. */
  @Nullable UUID leastLoadedOf(UUID department) {
    Team team = teams.get(department);
    return team == null ? null : team.leastLoaded();
  }

  /**
   * Of the department's case owners the one who comes after another by username, the first after
   * the last; null when there are none. Counts nothing: {@link #taken} does.
   *
   * @param last username of whose turn it was, null when it was nobody's yet
   */
  @Nullable Person nextInTurn(UUID department, @Nullable String last) {
    Team team = teams.get(department);
    return team == null ? null : team.after(last);
  }

  /** Gives one more case to a person. */
  UUID taken(UUID person) {
    return counted(person);
  }

  private UUID owner(Place place) {
    UUID responsible = place.person();
    if (responsible != null) {
      return counted(responsible);
    }
    Team team = teams.get(place.department());
    if (team != null) {
      return team.leastLoaded();
    }
    UUID head = place.head();
    return head != null ? counted(head) : cxOwner();
  }

  private UUID cxOwner() {
    if (cxOwners.isEmpty()) {
      throw new BusinessException("import.no-owner");
    }
    return cxOwners.leastLoaded();
  }

  private UUID counted(UUID person) {
    Load load = loads.get(person);
    if (load != null) {
      load.open++;
    }
    return person;
  }

  private static final class Load {
    private final Person person;
    private long open;

    Load(Person person) {
      this.person = person;
      this.open = person.open();
    }
  }

  /** People who share the cases of one department. One person may be of several teams. */
  private static final class Team {
    private record Entry(Load load, long open) {}

    private final PriorityQueue<Entry> queue =
        new PriorityQueue<>(
            Comparator.comparingLong(Entry::open)
                .thenComparing(entry -> entry.load().person.username()));

    private final TreeMap<String, Person> turns = new TreeMap<>();

    Team(List<Load> members) {
      members.forEach(load -> turns.put(load.person.username(), load.person));
      members.forEach(load -> queue.add(new Entry(load, load.open)));
    }

    boolean isEmpty() {
      return queue.isEmpty();
    }

    @Nullable Person after(@Nullable String username) {
      var next = username == null ? turns.firstEntry() : turns.higherEntry(username);
      return next == null ? turns.firstEntry().getValue() : next.getValue();
    }

    UUID leastLoaded() {
      while (true) {
        Entry first = queue.remove();
        if (first.open() == first.load().open) {
          first.load().open++;
          queue.add(new Entry(first.load(), first.load().open));
          return first.load().person.id();
        }
        // got cases as a member of another team meanwhile
        queue.add(new Entry(first.load(), first.load().open));
      }
    }
  }
}

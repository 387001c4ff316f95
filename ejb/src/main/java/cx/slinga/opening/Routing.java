package cx.slinga.opening;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.organisation.StandIns;
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
 * the CX owners the one with the least. Who is away is left out; instead of a responsible person or
 * a head their stand-in is taken, and where those stand in for each other the head. Counts along,
 * so that a large batch is shared out evenly.
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
  private final Map<UUID, List<UUID>> absent = new HashMap<>();
  private final StandIns standIns;
  private final Team cxOwners;

  /**
   * @param places by key of the touchpoint
   */
  Routing(Map<String, Place> places, Collection<Person> people) {
    this(places, people, StandIns.none());
  }

  /**
   * @param places by key of the touchpoint
   * @param standIns of the day: who is away gets nothing
   */
  Routing(Map<String, Place> places, Collection<Person> people, StandIns standIns) {
    this.places = Map.copyOf(places);
    this.standIns = standIns;
    List<Load> all = people.stream().map(Load::new).toList();
    all.forEach(load -> loads.put(load.person.id(), load));
    List<Load> owners = all.stream().filter(load -> load.person.cxOwner()).toList();
    List<Load> presentOwners = owners.stream().filter(this::isHere).toList();
    this.cxOwners = new Team(presentOwners.isEmpty() ? owners : presentOwners);
    Map<UUID, List<Load>> members = new HashMap<>();
    all.stream()
        .filter(load -> load.person.caseOwner())
        .forEach(
            load ->
                load.person
                    .departments()
                    .forEach(d -> members.computeIfAbsent(d, k -> new ArrayList<>()).add(load)));
    members.forEach(
        (department, team) -> {
          List<Load> present = team.stream().filter(this::isHere).toList();
          if (present.isEmpty()) {
            absent.put(department, team.stream().map(load -> load.person.id()).toList());
          } else {
            teams.put(department, new Team(present));
          }
        });
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

  /**
   * Of the department's case owners who are here the one with the least; when all are away a
   * stand-in; null when there is none.
   */
  @Nullable UUID leastLoadedOf(UUID department) {
    Team team = teams.get(department);
    if (team != null) {
      return team.leastLoaded();
    }
    for (UUID away : absent.getOrDefault(department, List.of())) {
      UUID standIn = inCharge(away);
      if (standIn != null) {
        return counted(standIn);
      }
    }
    return null;
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
    UUID responsible = inCharge(place.person());
    if (responsible != null) {
      return counted(responsible);
    }
    UUID member = place.person() == null ? leastLoadedOf(place.department()) : null;
    if (member != null) {
      return member;
    }
    UUID head = inCharge(place.head());
    return head != null ? counted(head) : cxOwner();
  }

  /** The person or who stands in for them; null when that leads to nobody. */
  @Nullable UUID inCharge(@Nullable UUID person) {
    return person == null ? null : standIns.inCharge(person);
  }

  private boolean isHere(Load load) {
    return !standIns.isAway(load.person.id());
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

package cx.slinga.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.opening.Routing.Person;
import cx.slinga.opening.Routing.Place;
import cx.slinga.organisation.StandIns;
import cx.slinga.shared.BusinessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final UUID SIGNS = new UUID(0, 1);
  private static final UUID WAYFINDING = new UUID(0, 2);
  private static final UUID FOOD = new UUID(0, 3);

  private final Person cecilia = person("cecilia", false, true, 0);
  private final Person dag = person("dag", false, false, 0);
  private final Person karin = person("karin", true, false, 0, WAYFINDING);
  private final Person kjell = person("kjell", true, false, 2, WAYFINDING, FOOD);

  @Test
  void theResponsiblePersonComesFirst() {
    Routing routing = routing(place(dag.id(), null), karin, dag, cecilia);
    assertEquals(dag.id(), routing.route("signs").owner());
  }

  @Test
  void theLeastLoadedOfTheDepartmentGetsTheNextCase() {
    Routing routing = routing(place(null, dag.id()), karin, kjell, dag, cecilia);
    List<UUID> owners = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      owners.add(routing.route("signs").owner());
    }
    assertEquals(
        List.of(karin.id(), karin.id(), karin.id(), kjell.id(), karin.id(), kjell.id()), owners);
  }

  @Test
  void whatSomebodyGetsInOneDepartmentCountsInAnother() {
    Person kaj = person("kaj", true, false, 3, FOOD);
    Routing routing =
        new Routing(
            Map.of(
                "signs",
                place(null, null),
                "restaurants",
                new Place(new UUID(0, 9), FOOD, null, null, CalendarKey.SWEDEN)),
            List.of(kjell, kaj, cecilia));
    assertEquals(kjell.id(), routing.route("restaurants").owner());
    assertEquals(kjell.id(), routing.route("signs").owner());
    assertEquals(kaj.id(), routing.route("restaurants").owner());
  }

  @Test
  void withoutCaseOwnersTheHeadTakesIt() {
    Routing routing = routing(place(null, dag.id()), dag, cecilia);
    assertEquals(dag.id(), routing.route("signs").owner());
  }

  @Test
  void withoutAHeadTheCxOwnerTakesIt() {
    Routing routing = routing(place(null, null), dag, cecilia);
    Routing.Route route = routing.route("signs");
    assertEquals(cecilia.id(), route.owner());
    assertEquals(WAYFINDING, route.department());
    assertEquals(CalendarKey.NORWAY, route.calendar());
  }

  @Test
  void withoutATouchpointTheCxOwnerTakesIt() {
    Routing.Route route = routing(place(null, null), karin, cecilia).route(null);
    assertEquals(cecilia.id(), route.owner());
    assertNull(route.touchpoint());
    assertNull(route.department());
  }

  @Test
  void aCaseThatNobodyCouldOwnIsRefused() {
    Routing routing = routing(place(null, null), dag);
    BusinessException refused = assertThrows(BusinessException.class, () -> routing.route("signs"));
    assertEquals("import.no-owner", refused.key());
  }

  @Test
  void whoIsAwayGetsNothing() {
    Routing routing = routing(away(karin, cecilia), place(null, dag.id()), karin, kjell, cecilia);
    assertEquals(kjell.id(), routing.route("signs").owner());
  }

  @Test
  void whenTheWholeDepartmentIsAwayAStandInTakesIt() {
    Routing routing = routing(away(karin, dag), place(null, null), karin, dag, cecilia);
    assertEquals(dag.id(), routing.route("signs").owner());
  }

  @Test
  void theStandInOfTheResponsiblePersonTakesIt() {
    Routing routing = routing(away(karin, kjell), place(karin.id(), null), karin, kjell, cecilia);
    assertEquals(kjell.id(), routing.route("signs").owner());
  }

  @Test
  void standInsForEachOtherLeaveItToTheHead() {
    StandIns circle = standIns(Map.of(karin.id(), kjell.id(), kjell.id(), karin.id()));
    Routing routing = routing(circle, place(karin.id(), dag.id()), karin, kjell, dag, cecilia);
    assertEquals(dag.id(), routing.route("signs").owner());
  }

  private static StandIns away(Person person, Person standIn) {
    return standIns(Map.of(person.id(), standIn.id()));
  }

  private static StandIns standIns(Map<UUID, UUID> standIns) {
    return StandIns.of(standIns, Set.copyOf(standIns.values()));
  }

  private static Routing routing(StandIns standIns, Place signs, Person... people) {
    return new Routing(Map.of("signs", signs), List.of(people), standIns);
  }

  private static Routing routing(Place signs, Person... people) {
    return new Routing(Map.of("signs", signs), List.of(people));
  }

  private static Place place(UUID person, UUID head) {
    return new Place(SIGNS, WAYFINDING, person, head, CalendarKey.NORWAY);
  }

  private static Person person(
      String username, boolean caseOwner, boolean cxOwner, long open, UUID... departments) {
    return new Person(
        UUID.nameUUIDFromBytes(username.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        username,
        caseOwner,
        cxOwner,
        Set.of(departments),
        open);
  }
}

package cx.slinga.journey;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The journey's touchpoints, for services. */
@ApplicationScoped
public class Touchpoints {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected Touchpoints() {}

  @Inject
  public Touchpoints(Database database) {
    this.database = database;
  }

  /** All touchpoints in the order of the journey. */
  public List<TouchpointRow> all() {
    return database.read(
        h ->
            h.createQuery(
                    "select t.id, t.key, t.name, s.key as stage_key, s.name as stage_name,"
                        + " t.department_id, d.key as department_key, d.name as department_name,"
                        + " t.version from touchpoints t join stages s on s.id = t.stage_id join"
                        + " departments d on d.id = t.department_id order by s.position,"
                        + " t.position, t.id")
                .map(ConstructorMapper.of(TouchpointRow.class))
                .list());
  }

  /** Who answers for each, in the order of the journey. */
  List<ResponsibilityRow> responsibilities() {
    return database.read(
        h ->
            h.createQuery(
                    "select t.key, t.name, j.key as journey_key, s.key as stage_key, s.name as"
                        + " stage_name, d.key as department_key, d.name as department_name,"
                        + " p.username as person_username, p.name as person_name, t.version from"
                        + " touchpoints t join stages s on s.id = t.stage_id join journeys j on"
                        + " j.id = s.journey_id join departments d on d.id = t.department_id left"
                        + " join people p on p.id = t.person_id order by j.name, s.position,"
                        + " t.position")
                .map(ConstructorMapper.of(ResponsibilityRow.class))
                .list());
  }

  /** All stages, in the order of the journeys. */
  List<StageRow> stages() {
    return database.read(
        h ->
            h.createQuery(
                    "select j.key as journey_key, j.name as journey_name, s.key, s.name, (select"
                        + " count(*) from touchpoints t where t.stage_id = s.id) as touchpoints,"
                        + " s.version from stages s join journeys j on j.id = s.journey_id order"
                        + " by j.name, s.position")
                .map(ConstructorMapper.of(StageRow.class))
                .list());
  }

  /**
   * The touchpoint of that key.
   *
   * @param field the command's component that named it, for the refusal
   * @throws BusinessException when there is none
   */
  public TouchpointRow get(String field, String key) {
    return all().stream()
        .filter(t -> t.key().equals(key))
        .findFirst()
        .orElseThrow(() -> BusinessException.ofField(field, "touchpoint.unknown", key));
  }
}

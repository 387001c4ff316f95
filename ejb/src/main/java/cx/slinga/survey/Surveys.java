package cx.slinga.survey;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Surveys, for services. */
@ApplicationScoped
public class Surveys {
  private static final String SURVEY =
      "select id, key, name, mapping::text as mapping from surveys where ";

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected Surveys() {}

  @Inject
  public Surveys(Database database) {
    this.database = database;
  }

  /**
   * The survey of that key.
   *
   * @param field the command's component that named it, for the refusal
   * @throws BusinessException when there is none
   */
  public Survey get(String field, String key) {
    return find(key).orElseThrow(() -> BusinessException.ofField(field, "survey.unknown", key));
  }

  /** The survey of that key, if there is one. */
  public Optional<Survey> find(String key) {
    return database.read(
        h ->
            h.createQuery(SURVEY + "key = :key")
                .bind("key", key)
                .map(ConstructorMapper.of(Survey.class))
                .findOne());
  }

  /** The survey of that id, which exists. */
  public Survey get(UUID id) {
    return database.read(
        h ->
            h.createQuery(SURVEY + "id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Survey.class))
                .one());
  }

  /** How long a customer of the survey may correct an answer before it is followed up. */
  public int waitMinutes(UUID survey) {
    return database.read(
        h ->
            h.createQuery("select wait_minutes from surveys where id = :survey")
                .bind("survey", survey)
                .mapTo(Integer.class)
                .one());
  }

  /** What the codes of coded comments stand for: {@code Q8:202} to its label. */
  public Map<String, String> commentCodes(UUID survey) {
    Map<String, String> labels = new LinkedHashMap<>();
    database.write(
        h ->
            h.createQuery("select code, label from comment_codes where survey_id = :survey")
                .bind("survey", survey)
                .map((row, context) -> Map.entry(row.getString("code"), row.getString("label")))
                .forEach(code -> labels.put(code.getKey(), code.getValue())));
    return labels;
  }
}

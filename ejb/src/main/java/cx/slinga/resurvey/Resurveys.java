package cx.slinga.resurvey;

import cx.slinga.cases.GateRules;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Questions to customers of closed cases, kept in the caller's transaction. */
@ApplicationScoped
public class Resurveys {
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected Resurveys() {}

  @Inject
  public Resurveys(Database database) {
    this.database = database;
  }

  /**
   * A question made for the customer of a case.
   *
   * @param address id of the customer, whose address is looked up when it is sent
   */
  public record Invitation(UUID id, UUID address) {}

  /**
   * Makes a question for the case's customer, when there is an address and consent and the customer
   * has been left in peace for the time of the rules.
   */
  Optional<Invitation> invite(String number, GateRules rules, Instant now) {
    return database.read(
        h ->
            h.createQuery(
                    "insert into resurveys (id, case_id, customer_id, token, invited_at,"
                        + " expires_at) select :id, c.id, k.id, :token, :now, :until from cases c"
                        + " join customers k on k.id = c.customer_id where c.number = :number and"
                        + " k.consent and k.email is not null and not exists (select from resurveys"
                        + " r where r.customer_id = k.id and r.invited_at > :since) returning id,"
                        + " customer_id as address")
                .bind("id", Ids.next())
                .bind("token", token())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind(
                    "until", now.plus(Duration.ofDays(rules.validDays())).atOffset(ZoneOffset.UTC))
                .bind(
                    "since",
                    now.minus(Duration.ofDays(rules.coolDownDays())).atOffset(ZoneOffset.UTC))
                .bind("number", number)
                .map(ConstructorMapper.of(Invitation.class))
                .findOne());
  }

  private static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The question that the token opens, unless it was answered, is too old, or never was. */
  Optional<Resurvey> open(String token, Instant now) {
    return database.read(
        h ->
            h.createQuery(
                    "select r.id, r.case_id, c.number, s.name as survey, k.language from"
                        + " resurveys r join cases c on c.id = r.case_id join"
                        + " surveys s on s.id = c.survey_id join customers k on k.id ="
                        + " r.customer_id where r.token = :token and r.answered_at is null and"
                        + " r.expires_at > :now for update of r")
                .bind("token", token)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(ConstructorMapper.of(Resurvey.class))
                .findOne());
  }

  /** Keeps the answer; the token opens nothing any more. */
  void answered(UUID id, int score, @Nullable String words, Instant now) {
    database.write(
        h ->
            h.createUpdate(
                    "update resurveys set token = null, answered_at = :now, score = :score, words ="
                        + " :words where id = :id")
                .bind("id", id)
                .bind("score", score)
                .bind("words", words)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }
}

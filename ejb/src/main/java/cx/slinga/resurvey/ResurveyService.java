package cx.slinga.resurvey;

import cx.slinga.cases.Cases;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The one question that a customer answers without logging in: the token is the right to. What no
 * token opens is not found, whatever the reason.
 */
@Stateless
@DenyAll
public class ResurveyService {
  /** Longest comment that is kept, in characters. */
  public static final int WORDS_MAX = 5_000;

  @Inject private Resurveys resurveys;
  @Inject private Cases cases;
  @Inject private Recovery recovery;
  @Inject private Clock clock;

  /**
   * The question that the token opens.
   *
   * @throws NotFoundException when it opens none, any more or ever
   */
  @PermitAll // a customer has no account; the token is unguessable and opens one question once
  public Resurvey question(String token) {
    return resurveys
        .open(token, clock.instant())
        .orElseThrow(() -> new NotFoundException("resurvey"));
  }

  /**
   * Keeps the answer; a negative one opens the case again.
   *
   * @param score 0 to 10
   * @throws NotFoundException when the token opens none, any more or ever
   */
  @PermitAll // as above
  public void answer(String token, int score, @Nullable String words) {
    if (score < 0 || score > 10) {
      throw BusinessException.ofField("score", "recovery.score");
    }
    String said = words == null || words.isBlank() ? null : words.strip().replace("\0", "");
    if (said != null && said.length() > WORDS_MAX) {
      throw BusinessException.ofField("words", "text.too-long", WORDS_MAX);
    }
    Resurvey asked = question(token);
    resurveys.answered(asked.id(), score, said, clock.instant());
    recovery.answered(cases.of(asked.caseId()), score, said);
  }
}

package cx.slinga.directory;

import cx.slinga.shared.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings people, roles and departments over from Keycloak. It never writes there. A directory that
 * does not answer leaves everything as it was and is reported once, not at each attempt.
 */
@ApplicationScoped
public class DirectoryMirror {
  private static final Logger LOG = System.getLogger(DirectoryMirror.class.getName());

  @Inject private DirectoryTables tables;
  @Inject private Clock clock;

  private static final Duration JUST = Duration.ofSeconds(10);
  private static final Duration JUST_FAILED = Duration.ofSeconds(1);

  private final ReentrantLock running = new ReentrantLock();
  private volatile Set<String> known = Set.of();
  private volatile Instant notBefore = Instant.EPOCH;
  private @Nullable String reported;

  /** Whether the last run of this server found the person. */
  public boolean knows(String username) {
    return known.contains(username);
  }

  /**
   * A run, unless one has ended within the last seconds: strangers cannot keep the directory busy.
   * One that failed is repeated sooner, or nobody could log in while the directory starts.
   */
  public void runUnlessJustRun() {
    if (!clock.instant().isBefore(notBefore)) {
      run();
    }
  }

  /**
   * One run, outside of any transaction of the caller; waits for one that is under way.
   *
   * @return whether the directory answered
   */
  public boolean run() {
    String issuer = Environment.get("SLINGA_OIDC_URL");
    String secret = Environment.get("SLINGA_DIRECTORY_CLIENT_SECRET");
    Duration pause = JUST_FAILED;
    running.lock();
    try {
      if (issuer == null || secret == null) {
        report(
            "people are not mirrored: SLINGA_OIDC_URL and SLINGA_DIRECTORY_CLIENT_SECRET are not"
                + " set");
        return false;
      }
      Keycloak keycloak =
          new Keycloak(
              issuer, Environment.get("SLINGA_DIRECTORY_CLIENT_ID", "slinga-directory"), secret);
      mirror(keycloak.people());
      pause = JUST;
      return true;
    } catch (IOException | IllegalArgumentException e) {
      report("people are not mirrored until the directory answers: " + e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      notBefore = clock.instant().plus(pause);
      running.unlock();
    }
  }

  private void mirror(List<DirectoryPerson> people) throws IOException {
    if (people.isEmpty()) {
      // rather a missing right than a company without people
      throw new IOException("nobody in the directory has a role of ours");
    }
    DirectoryTables.Outcome outcome = tables.agreeWith(people);
    known = people.stream().map(DirectoryPerson::username).collect(Collectors.toUnmodifiableSet());
    if (reported != null || outcome.changed() > 0) {
      LOG.log(
          Level.INFO,
          "{0} people mirrored from the directory, {1} changed",
          outcome.people(),
          outcome.changed());
    }
    if (outcome.orphaned() > 0) {
      LOG.log(
          Level.WARNING,
          "{0} open cases belong to people who left; assign them to others",
          outcome.orphaned());
    }
    reported = null;
  }

  private void report(String trouble) {
    if (!trouble.equals(reported)) {
      LOG.log(Level.WARNING, trouble);
      reported = trouble;
    }
  }
}

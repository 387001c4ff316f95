package cx.slinga.servicelevel;

import cx.slinga.servicelevel.FollowJobs.Job;
import cx.slinga.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets open cases follow, step by step from the checkpoint. When something unexpected happens it
 * says so and stops; as nobody works on the job then, it is taken up again a little later. It is
 * never given up, since a promise holds for all cases or for none.
 */
@ApplicationScoped
class FollowRun {
  private static final System.Logger LOG = System.getLogger(FollowRun.class.getName());

  @Inject private FollowSteps steps;

  /** Works it off, unless somebody else does. Returns when it has ended, stopped or moved on. */
  public void run(UUID id) {
    Job job = steps.begin(id);
    if (job == null) {
      return;
    }
    @Nullable UUID reached = job.reached();
    try {
      while (reached != null) {
        reached = steps.step(job, reached);
      }
    } catch (RuntimeException unexpected) {
      String incident = incident();
      LOG.log(
          Level.ERROR,
          "incident " + incident + ": open cases follow service level " + job.version(),
          unexpected);
      steps.stopped(job, incident);
    }
  }

  private static String incident() {
    String id = Ids.next().toString();
    return id.substring(id.length() - 8);
  }
}

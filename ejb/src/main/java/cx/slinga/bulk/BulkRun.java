package cx.slinga.bulk;

import cx.slinga.bulk.BulkJobs.Job;
import cx.slinga.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/**
 * Works a bulk job off, step by step from the checkpoint. When something unexpected happens it
 * tries the step again, a few times; then it gives the job up.
 */
@ApplicationScoped
class BulkRun {
  private static final System.Logger LOG = System.getLogger(BulkRun.class.getName());
  private static final int ATTEMPTS = 3;

  @Inject private BulkSteps steps;
  @Inject private BulkJobs jobs;

  /** Works it off, unless somebody else does. Returns when it has ended or was taken over. */
  public void run(UUID id) {
    Job job = steps.begin(id);
    if (job == null) {
      return;
    }
    int reached = job.reached();
    int attempt = 1;
    while (reached >= 0) {
      try {
        reached = steps.settle(job, reached);
        attempt = 1;
      } catch (RuntimeException unexpected) {
        reached = jobs.reached(id);
        attempt++;
        if (attempt > ATTEMPTS) {
          String incident = incident();
          LOG.log(Level.ERROR, "incident " + incident + ": bulk job " + id, unexpected);
          steps.fail(job, reached, "bulk.failed", List.of(incident));
          return;
        }
        LOG.log(Level.WARNING, "bulk job {0} tries again at case {1}", id, reached);
      }
    }
  }

  private static String incident() {
    String id = Ids.next().toString();
    return id.substring(id.length() - 8);
  }
}

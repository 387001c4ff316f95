package cx.slinga.web.jobs;

import cx.slinga.bulk.BulkRow;
import cx.slinga.servicelevel.FollowRow;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ResourceBundle;

/** What the screens of jobs say in sentences. */
@Named
@RequestScoped
public class JobWords {
  @Inject private Words words;

  /** Assign 3 cases. */
  public String title(BulkRow job) {
    return say("title." + job.verb(), job.total());
  }

  /** Name of its state; that it is stopping while it does. */
  public String state(BulkRow job) {
    return text(
        "state." + (job.cancelling() && !job.state().isEnded() ? "CANCELLING" : job.state()));
  }

  /** Kind of the tag that tells its state. */
  public String kind(BulkRow job) {
    return switch (job.state()) {
      case FAILED -> "late";
      case DONE -> "ok";
      case QUEUED, RUNNING, CANCELLED -> "info";
    };
  }

  /** Open cases follow version 3 of the service levels. */
  public String titleOf(FollowRow job) {
    return say("title.follow", job.version());
  }

  /** Name of its state. */
  public String stateOf(FollowRow job) {
    return text("state." + job.state());
  }

  /** Kind of the tag that tells its state. */
  public String kindOf(FollowRow job) {
    return job.state().isEnded() ? "ok" : job.incident() == null ? "info" : "late";
  }

  String say(String key, Object... args) {
    return words.fill(text(key), args);
  }

  private static String text(String key) {
    return ResourceBundle.getBundle(
            "cx.slinga.web.jobs.Text",
            FacesContext.getCurrentInstance().getViewRoot().getLocale(),
            JobWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }
}

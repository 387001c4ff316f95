package cx.slinga.it.actor;

import jakarta.annotation.security.PermitAll;
import java.util.concurrent.Callable;

/** Calls the product as one of the demo people, through the container's own security. */
public abstract class Actor {

  /** Something to do that answers nothing. */
  public interface Verb {
    void run() throws Exception;
  }

  /** Runs the call with this person's name and role. */
  @PermitAll
  public <V> V call(Callable<V> call) throws Exception {
    return call.call();
  }

  /** Runs the verb with this person's name and role. */
  @PermitAll
  public void run(Verb verb) throws Exception {
    verb.run();
  }
}

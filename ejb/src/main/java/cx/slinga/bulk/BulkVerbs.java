package cx.slinga.bulk;

import cx.slinga.security.Caller;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotAllowedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collections;

/** All bulk verbs there are, of this and of upper features. */
@ApplicationScoped
class BulkVerbs {
  private Iterable<BulkVerb> verbs;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected BulkVerbs() {}

  @Inject
  BulkVerbs(@Any Instance<BulkVerb> verbs) {
    this((Iterable<BulkVerb>) verbs);
  }

  BulkVerbs(Iterable<BulkVerb> verbs) {
    this.verbs = verbs;
  }

  /**
   * The verb, ready for the caller.
   *
   * @throws NotAllowedException when the caller may not do it to any case
   */
  public BulkVerb.OnOne prepare(Caller caller, String name, BulkInput input) {
    for (BulkVerb verb : verbs) {
      if (verb.name().equals(name)) {
        if (Collections.disjoint(verb.roles(), caller.roles())) {
          throw new NotAllowedException();
        }
        return verb.prepare(caller, input);
      }
    }
    throw BusinessException.ofField("verb", "bulk.verb-unknown", name);
  }
}

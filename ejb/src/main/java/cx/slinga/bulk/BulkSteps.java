package cx.slinga.bulk;

import cx.slinga.bulk.BulkJobs.Item;
import cx.slinga.bulk.BulkJobs.Job;
import cx.slinga.bulk.BulkJobs.Refused;
import cx.slinga.cases.Case;
import cx.slinga.cases.CaseEvent;
import cx.slinga.cases.Cases;
import cx.slinga.security.Caller;
import cx.slinga.security.Callers;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.DomainEvents;
import cx.slinga.shared.NotAllowedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a bulk job. Each is one transaction of its own: cases, record, refusals and the
 * checkpoint together, so that a killed job goes on without doing anything twice. Each looks at the
 * rights anew: whoever loses a department meanwhile changes no further case in it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BulkSteps {
  static final String ORIGIN = "bulk";

  /** Cases of one step. */
  static final int SIZE = 500;

  @Inject private BulkJobs jobs;
  @Inject private BulkVerbs verbs;
  @Inject private Cases cases;
  @Inject private Database database;
  @Inject private Callers callers;
  @Inject private Event<DomainEvents> events;
  @Inject private Clock clock;

  /** Takes the job; null when somebody else works on it or it has ended. */
  public @Nullable Job begin(UUID id) {
    return jobs.take(id, clock.instant());
  }

  /**
   * Settles the cases that follow the checkpoint.
   *
   * @param reached the checkpoint
   * @return the checkpoint behind them; -1 when the job has ended or somebody else has taken it
   *     over
   */
  public int settle(Job job, int reached) {
    Boolean cancelled = jobs.hold(job.id(), reached);
    if (cancelled == null) {
      return -1;
    }
    List<Item> items = cancelled ? List.of() : jobs.next(job.id(), reached, SIZE);
    if (items.isEmpty()) {
      BulkState end = cancelled ? BulkState.CANCELLED : BulkState.DONE;
      ended(job, jobs.finish(job.id(), end, clock.instant()));
      return -1;
    }
    List<DomainEvent> happened = new ArrayList<>(items.size());
    List<Refused> refused = work(job, items, happened);
    cases.flush();
    DomainEvents many = new DomainEvents(job.requestedBy(), ORIGIN, happened);
    events.fire(many);
    jobs.given(job.id(), given(many));
    jobs.advance(job.id(), items.size(), refused, clock.instant());
    return reached + items.size();
  }

  private List<Refused> work(Job job, List<Item> items, List<DomainEvent> happened) {
    Caller caller;
    BulkVerb.OnOne verb;
    try {
      caller = callers.find(job.requestedBy()).orElseThrow(NotAllowedException::new);
      verb = verbs.prepare(caller, job.verb(), job.input());
    } catch (BusinessException reason) {
      return items.stream().map(item -> new Refused(item.position(), reason)).toList();
    }
    Map<UUID, Case> found =
        cases.lock(items.stream().map(Item::caseId).filter(Objects::nonNull).toList());
    BulkVerb.SetChange setChange = verb.setChange();
    if (setChange != null) {
      cases.forget(found.values());
    }
    List<UUID> changed = new ArrayList<>(items.size());
    List<Refused> refused = new ArrayList<>();
    for (Item item : items) {
      try {
        Case one = item.caseId() == null ? null : found.get(item.caseId());
        Case allowed = Cases.allowed(caller.workable(), caller, item.number(), one);
        happened.addAll(verb.apply(allowed));
        changed.add(allowed.id());
      } catch (BusinessException reason) {
        refused.add(new Refused(item.position(), reason));
      }
    }
    if (setChange != null && !changed.isEmpty()) {
      database.write(h -> setChange.write(h, changed.toArray(new UUID[0])));
    }
    return refused;
  }

  /** Gives the job up, unless somebody else has taken it over. */
  public void fail(Job job, int reached, String key, List<String> args) {
    if (jobs.hold(job.id(), reached) != null) {
      jobs.fail(job.id(), key, args, clock.instant());
      ended(job, new BulkEvent.Failed(job.id(), key));
    }
  }

  private void ended(Job job, BulkEvent end) {
    events.fire(new DomainEvents(job.requestedBy(), ORIGIN, List.of(end)));
  }

  /** Who owns how many cases that were somebody else's. */
  private static Map<UUID, Integer> given(DomainEvents happened) {
    Map<UUID, Integer> given = new HashMap<>();
    for (CaseEvent.Assigned one : happened.of(CaseEvent.Assigned.class)) {
      if (!one.after().equals(one.before())) {
        given.merge(one.after(), 1, Integer::sum);
      }
    }
    return given;
  }
}

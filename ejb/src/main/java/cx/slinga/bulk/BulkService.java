package cx.slinga.bulk;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Ids;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** One verb for many cases, as a job. */
@Stateless
@DenyAll
public class BulkService {
  /** Most cases of one job. */
  public static final int MAX = 10_000;

  @Inject private BulkJobs jobs;
  @Inject private BulkVerbs verbs;
  @Inject private BulkQueries queries;
  @Inject private CaseQueries cases;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Queues a job, which begins after this transaction.
   *
   * @return id of the job
   * @throws BusinessException of the field that is wrong; of {@code numbers} when none or more than
   *     {@link #MAX} are named
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID start(StartBulk command) {
    Caller caller = currentUser.get();
    BulkVerb.OnOne verb = verbs.prepare(caller, command.verb(), command.input());
    UUID id = Ids.next();
    jobs.queue(id, command.verb(), command.input(), caller.username(), clock.instant());
    CaseFilter filter = command.filter();
    BulkEvent.Requested requested =
        filter == null ? byNumber(id, command, caller) : byFilter(id, command, filter, caller);
    if (requested.total() == 0) {
      throw BusinessException.ofField("numbers", "bulk.nothing-selected");
    }
    verb.check(jobs.calendars(id));
    events.fire(requested);
    return id;
  }

  private BulkEvent.Requested byNumber(UUID id, StartBulk command, Caller caller) {
    Set<String> numbers = new LinkedHashSet<>();
    for (String number : command.numbers()) {
      if (!number.isBlank()) {
        numbers.add(number.strip().toUpperCase(Locale.ROOT));
      }
    }
    if (numbers.size() > MAX) {
      throw BusinessException.ofField("numbers", "bulk.too-many", numbers.size(), MAX);
    }
    int total =
        jobs.take(id, BulkJobs.sight(caller.cases(), CaseFilter.all(), clock.instant()), numbers);
    return new BulkEvent.Requested(id, command.verb(), total, total);
  }

  private BulkEvent.Requested byFilter(
      UUID id, StartBulk command, CaseFilter filter, Caller caller) {
    long named = cases.count(caller.cases(), filter);
    int total =
        jobs.take(
            id,
            BulkJobs.sight(caller.cases(), filter, clock.instant()),
            command.sort(),
            named,
            MAX);
    return new BulkEvent.Requested(
        id, command.verb(), (int) Math.min(Integer.MAX_VALUE, Math.max(named, total)), total);
  }

  /**
   * Asks a job to stop; what it has changed stays.
   *
   * @throws BusinessException when it has ended
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void cancel(UUID id) {
    queries.get(id);
    if (!jobs.cancel(id)) {
      throw new BusinessException("bulk.ended");
    }
    events.fire(new BulkEvent.CancelRequested(id));
  }
}

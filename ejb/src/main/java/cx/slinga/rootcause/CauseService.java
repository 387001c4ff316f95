package cx.slinga.rootcause;

import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.organisation.People;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.DomainEvent.Change;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of a cause. {@code version} is the one that the user looked at; null skips the check.
 */
@Stateless
@DenyAll
public class CauseService {
  @PersistenceContext private EntityManager entities;
  @Inject private Causes causes;
  @Inject private CauseLinks links;
  @Inject private Whys whys;
  @Inject private CauseTree tree;
  @Inject private EvidenceStore evidence;
  @Inject private Touchpoints touchpoints;
  @Inject private People people;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;
  @Inject private Event<CausesMerged> merges;

  /** It is this, and not only a guess. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void confirm(UUID id, @Nullable Long version) {
    events.fire(causes.get(currentUser.get(), id, version).confirm(clock.instant()));
  }

  /** It is not this. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void reject(UUID id, @Nullable Long version, String reason) {
    events.fire(causes.get(currentUser.get(), id, version).reject(reason, clock.instant()));
  }

  /** It may be this after all: cases may name it again, and be closed with it. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void reconsider(UUID id, @Nullable Long version) {
    events.fire(causes.get(currentUser.get(), id, version).reconsider(clock.instant()));
  }

  /** Calls it something else. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void rename(UUID id, @Nullable Long version, String title) {
    events.fire(causes.get(currentUser.get(), id, version).rename(title, clock.instant()));
  }

  /** Something was done about it. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void address(UUID id, @Nullable Long version) {
    events.fire(causes.get(currentUser.get(), id, version).address(clock.instant()));
  }

  /** Gives it to whoever is to work on it. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void assign(UUID id, @Nullable Long version, String ownerUsername) {
    Cause found = causes.get(currentUser.get(), id, version);
    People.Candidate owner = people.owner("owner", ownerUsername);
    events.fire(found.giveTo(owner.id().value(), clock.instant()));
  }

  /** Says why it was not noticed before; blank takes it back. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void noteEscape(UUID id, @Nullable Long version, @Nullable String escapePoint) {
    events.fire(causes.get(currentUser.get(), id, version).escapedBy(escapePoint, clock.instant()));
  }

  /**
   * Makes a part of it a cause of its own. Every link is kept: each case, why, node and piece of
   * evidence is with the one or with the other afterwards.
   *
   * @return the new cause's id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID split(SplitCause command) {
    Caller caller = currentUser.get();
    Cause old = causes.get(caller, command.causeId(), command.version());
    if (command.cases().isEmpty() && command.whys().isEmpty() && command.nodes().isEmpty()) {
      throw BusinessException.ofField("cases", "cause.split-nothing");
    }
    links.refuseHidden(caller.cases(), command.cases());
    UUID touchpoint = old.touchpointId();
    UUID department = old.departmentId();
    if (command.touchpoint() != null) {
      TouchpointRow there = touchpoints.get("touchpoint", command.touchpoint());
      causes.refuseClosed("touchpoint", there.departmentId());
      touchpoint = there.id();
      department = there.departmentId();
    }
    var now = clock.instant();
    Cause made = new Cause(command.title(), touchpoint, department, caller.id().value(), now);
    causes.add(made);
    tree.plant(made.id());
    List<CaseMoved> moved =
        links.move(
            old.id(), old.touchpointId(), made.id(), touchpoint, department, command.cases());
    if (moved.size() != command.cases().stream().distinct().count()) {
      throw BusinessException.ofField("cases", "cause.split-foreign");
    }
    int movedWhys = whys.carry(old.id(), made.id(), command.whys());
    int movedNodes = tree.carry(old.id(), made.id(), command.nodes());
    int movedEvidence = evidence.carry(old.id(), made.id(), false);
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("into", Change.to(made.id()));
    changes.put("cases", Change.to(moved.size()));
    changes.put("whys", Change.to(movedWhys));
    changes.put("nodes", Change.to(movedNodes));
    changes.put("evidence", Change.to(movedEvidence));
    events.fire(new CauseNamed(made.id(), touchpoint));
    events.fire(old.deepen("cause.split", changes, now));
    moved.forEach(events::fire);
    return made.id();
  }

  /**
   * Takes another cause into this one: its cases, whys, tree, evidence and actions. The other keeps
   * only a pointer, so that old links lead here.
   *
   * @param into stays
   * @param from goes
   * @param version of {@code into}
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void merge(UUID into, @Nullable Long version, UUID from) {
    Caller caller = currentUser.get();
    // both are locked, always in the same order: two merges the other way round do not wait forever
    Cause first = causes.get(caller, into.compareTo(from) < 0 ? into : from, null);
    Cause second = causes.get(caller, into.compareTo(from) < 0 ? from : into, null);
    if (into.equals(from)) {
      causes.get(caller, into, version); // whoever may not change it learns only that
      throw BusinessException.ofField("from", "cause.merge-itself");
    }
    Cause stays = first.id().equals(into) ? first : second;
    Cause goes = stays == first ? second : first;
    if (version != null && version != stays.version()) {
      throw new cx.slinga.shared.ChangedMeanwhileException(stays.title());
    }
    if (whys.of(into).size() + whys.of(from).size() > Why.MOST) {
      throw BusinessException.ofField("from", "cause.merge-whys", Why.MOST);
    }
    var now = clock.instant();
    int before = links.count(into);
    List<CaseMoved> moved =
        links.move(
            from, goes.touchpointId(), into, stays.touchpointId(), stays.departmentId(), null);
    whys.carry(from, into, null);
    tree.carry(from, into, null);
    evidence.carry(from, into, true);
    evidence.followBranches(from, into);
    entities.flush();
    events.fire(goes.mergeInto(stays, moved.size(), now));
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("from", Change.to(from));
    changes.put("cases", Change.of(before, before + moved.size()));
    events.fire(stays.deepen("cause.taken-in", changes, now));
    moved.forEach(events::fire);
    merges.fire(new CausesMerged(from, into));
  }
}

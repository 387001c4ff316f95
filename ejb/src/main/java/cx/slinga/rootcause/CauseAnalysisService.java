package cx.slinga.rootcause;

import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.DomainEvent.Change;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is behind a cause: whys, cause-and-effect tree, evidence. {@code version} is the
 * cause's that the user looked at; null skips the check.
 */
@Stateless
@DenyAll
public class CauseAnalysisService {
  @Inject private Causes causes;
  @Inject private Whys whys;
  @Inject private CauseTree tree;
  @Inject private EvidenceStore evidence;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Puts a chain of whys in place of the one before. A why that keeps its id keeps its evidence.
   *
   * @param typed outermost first; blanks at the end are dropped, one in the middle is refused
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void saveWhys(UUID cause, @Nullable Long version, List<Why> typed) {
    Cause found = causes.get(currentUser.get(), cause, version);
    List<Why> chain = Why.chain(typed);
    int before = whys.of(cause).size();
    whys.replace(cause, chain);
    deepen(found, "cause.whys-changed", Map.of("whys", Change.of(before, chain.size())));
  }

  /**
   * Hangs a node on the tree.
   *
   * @param parent null for a branch of one's own
   * @return the node's id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID addNode(UUID cause, @Nullable Long version, @Nullable UUID parent, String title) {
    Cause found = causes.get(currentUser.get(), cause, version);
    UUID node = tree.add(cause, parent, title);
    deepen(found, "cause.tree-changed", Map.of("node", Change.to(node)));
    return node;
  }

  /** Says a node in other words, and whether it lies on the way to the root cause. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void changeNode(
      UUID cause, @Nullable Long version, UUID node, String title, boolean onWay) {
    Cause found = causes.get(currentUser.get(), cause, version);
    tree.change(cause, node, title, onWay);
    deepen(found, "cause.tree-changed", Map.of("node", Change.of(node, node)));
  }

  /**
   * Hangs a node, with all that hangs on it, elsewhere.
   *
   * @param parent null makes it a branch
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void moveNode(UUID cause, @Nullable Long version, UUID node, @Nullable UUID parent) {
    Cause found = causes.get(currentUser.get(), cause, version);
    tree.move(cause, node, parent);
    deepen(found, "cause.tree-changed", Map.of("node", Change.of(node, node)));
  }

  /** Moves a node one place up, or down, among its neighbours. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void shiftNode(UUID cause, @Nullable Long version, UUID node, boolean up) {
    Cause found = causes.get(currentUser.get(), cause, version);
    tree.shift(cause, node, up);
    deepen(found, "cause.tree-changed", Map.of("node", Change.of(node, node)));
  }

  /** Takes a node away with all that hangs on it; evidence stays with the cause. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void removeNode(UUID cause, @Nullable Long version, UUID node) {
    Cause found = causes.get(currentUser.get(), cause, version);
    tree.remove(cause, node);
    deepen(found, "cause.tree-changed", Map.of("node", Change.of(node, null)));
  }

  /**
   * Adds evidence to the cause, to a why or to a node.
   *
   * @return its id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID addEvidence(AddEvidence command) {
    var caller = currentUser.get();
    Cause found = causes.get(caller, command.causeId(), command.version());
    UUID id = evidence.add(command, caller.id().value(), clock.instant());
    deepen(found, "cause.evidence-added", Map.of("evidence", Change.to(id)));
    return id;
  }

  /** Takes evidence away. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void removeEvidence(UUID cause, @Nullable Long version, UUID id) {
    Cause found = causes.get(currentUser.get(), cause, version);
    evidence.remove(cause, id);
    deepen(found, "cause.evidence-removed", Map.of("evidence", Change.of(id, null)));
  }

  private void deepen(Cause found, String verb, Map<String, Change> changes) {
    events.fire(found.deepen(verb, changes, clock.instant()));
  }
}

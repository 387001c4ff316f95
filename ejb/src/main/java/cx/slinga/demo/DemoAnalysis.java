package cx.slinga.demo;

import cx.slinga.rootcause.AddEvidence;
import cx.slinga.rootcause.Branch;
import cx.slinga.rootcause.Cause;
import cx.slinga.rootcause.CauseTree;
import cx.slinga.rootcause.EvidenceStore;
import cx.slinga.rootcause.TreeNode;
import cx.slinga.rootcause.Why;
import cx.slinga.rootcause.Whys;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.DomainEvent.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plays what staff find out about a cause: whys, tree and evidence, and confirms one of them. */
@ApplicationScoped
class DemoAnalysis {
  @Inject private Whys whys;
  @Inject private CauseTree tree;
  @Inject private EvidenceStore evidence;

  /**
   * Writes down what is behind a cause that is stored.
   *
   * @return what to tell of it, in order
   */
  List<DomainEvent> deepen(FollowUp.RootCause wanted, Cause cause, Instant at) {
    List<DomainEvent> events = new ArrayList<>();
    int last = wanted.whys().size() - 1;
    List<Why> chain = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      chain.add(new Why(null, wanted.whys().get(i), i == last));
    }
    whys.replace(cause.id(), Why.chain(chain));
    Change count = Change.of(0, chain.size());
    events.add(cause.deepen("cause.whys-changed", Map.of("whys", count), at));
    tree.plant(cause.id());
    wanted.tree().forEach((branch, titles) -> titles.forEach(t -> hang(cause, branch, t)));
    events.add(
        cause.deepen(
            "cause.tree-changed", Map.of("nodes", Change.to(tree.of(cause.id()).size())), at));
    if (wanted.evidence() != null) {
      UUID root = whys.of(cause.id()).get(last).id();
      AddEvidence proof =
          new AddEvidence(cause.id(), null, root, null, wanted.evidence(), null, null);
      UUID id = evidence.add(proof, cause.ownerId(), at);
      events.add(cause.deepen("cause.evidence-added", Map.of("evidence", Change.to(id)), at));
    }
    if (wanted.escape() != null) {
      events.add(cause.escapedBy(wanted.escape(), at));
    }
    if (wanted.confirmed()) {
      events.add(cause.confirm(at));
    }
    return events;
  }

  private void hang(Cause cause, Branch branch, String title) {
    boolean hot = title.endsWith("*");
    String plain = hot ? title.substring(0, title.length() - 1) : title;
    UUID parent =
        tree.of(cause.id()).stream()
            .filter(node -> node.branch() == branch)
            .map(TreeNode::id)
            .findFirst()
            .orElseThrow();
    UUID node = tree.add(cause.id(), parent, plain);
    if (hot) {
      tree.change(cause.id(), node, plain, true);
    }
  }
}

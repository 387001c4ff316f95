package cx.slinga.web.causes;

import cx.slinga.rootcause.CauseAnalysisService;
import cx.slinga.rootcause.TreeNode;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotFoundException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cause-and-effect tree, as a drawing and as a list that is changed. */
@Named
@ViewScoped
public class CauseTreePanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CausePage causePage;
  @Inject private CauseAnalysisService service;
  @Inject private CauseWords causeWords;

  private final TreeForm form = new TreeForm();

  /** Hangs a new part on the tree. */
  public void add() {
    UUID parent = idOf(form.getUnder());
    if (done(() -> service.addNode(key(), version(), parent, form.getAdded()))) {
      form.begin();
    }
  }

  /** Takes a part of the tree up to change it. */
  public void edit(TreeNode node) {
    form.edit(node);
  }

  /** Leaves it as it is. */
  public void leave() {
    form.leave();
  }

  /** Says the part in other words, and hangs it elsewhere. */
  public void change() {
    UUID node = chosen();
    UUID parent = idOf(form.getParent());
    UUID before = find(node).parentId();
    boolean usual = form.isUsual();
    if (done(
        () -> {
          service.changeNode(key(), version(), node, form.getTitle(), form.isOnWay());
          if (!usual && !Objects.equals(before, parent)) {
            service.moveNode(key(), null, node, parent);
          }
        })) {
      form.leave();
    }
  }

  /** One place up, or down. */
  public void shift(boolean up) {
    UUID node = chosen();
    done(() -> service.shiftNode(key(), version(), node, up));
  }

  /** Takes the part away with all that hangs on it. */
  public void remove() {
    UUID node = chosen();
    if (done(() -> service.removeNode(key(), version(), node))) {
      form.leave();
    }
  }

  private boolean done(Runnable verb) {
    return causePage.done("tree", verb, "treePart");
  }

  private UUID chosen() {
    UUID node = form.getNode();
    if (node == null) {
      throw BusinessException.ofField("title", "node.title-missing");
    }
    return node;
  }

  private TreeNode find(UUID node) {
    return causePage.getTree().stream()
        .filter(one -> one.id().equals(node))
        .findFirst()
        .orElseThrow(() -> new NotFoundException(node));
  }

  private static @Nullable UUID idOf(String chosen) {
    return chosen.isEmpty() ? null : UUID.fromString(chosen);
  }

  private UUID key() {
    return causePage.key();
  }

  private long version() {
    return causePage.seenVersion();
  }

  /** The tree as a drawing. */
  public Fishbone getDrawing() {
    return causePage.once(
        "fishbone",
        () -> Fishbone.of(causePage.getTree(), causeWords::node, causePage.getRow().title()));
  }

  public TreeForm getForm() {
    return form;
  }
}

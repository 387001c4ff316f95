package cx.slinga.rootcause;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cause-and-effect trees as rows. A tree is small: it is read whole, and checked whole. */
@ApplicationScoped
public class CauseTree {
  /** Most nodes of one tree, branches included. */
  public static final int MOST = 200;

  /** Longest title of a node, in characters. */
  public static final int TITLE_MAX = 120;

  /** A branch, a cause on it, what is behind that, and what is behind that again. */
  public static final int LEVELS = 4;

  private record Row(
      UUID id,
      @Nullable UUID parentId,
      @Nullable Branch branch,
      @Nullable String title,
      int position,
      boolean onWay) {}

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected CauseTree() {}

  @Inject
  public CauseTree(Database database) {
    this.database = database;
  }

  /** Gives a new cause the usual branches. */
  public void plant(UUID cause) {
    database.write(
        h -> {
          for (Branch branch : Branch.values()) {
            h.createUpdate(
                    "insert into cause_nodes (id, cause_id, branch, position) values (:id, :cause,"
                        + " :branch, :position)")
                .bind("id", Ids.next())
                .bind("cause", cause)
                .bind("branch", branch.name())
                .bind("position", branch.ordinal() + 1)
                .execute();
          }
        });
  }

  /** All nodes, each before what hangs on it, neighbours in their order. */
  public List<TreeNode> of(UUID cause) {
    List<Row> rows =
        database.read(
            h ->
                h.createQuery(
                        "select id, parent_id, branch, title, position, on_way from cause_nodes"
                            + " where cause_id = :cause order by position, id")
                    .bind("cause", cause)
                    .map(
                        (r, context) ->
                            new Row(
                                r.getObject("id", UUID.class),
                                r.getObject("parent_id", UUID.class),
                                r.getString("branch") == null
                                    ? null
                                    : Branch.valueOf(r.getString("branch")),
                                r.getString("title"),
                                r.getInt("position"),
                                r.getBoolean("on_way")))
                    .list());
    Map<@Nullable UUID, List<Row>> children = new HashMap<>();
    rows.forEach(row -> children.computeIfAbsent(row.parentId(), k -> new ArrayList<>()).add(row));
    List<TreeNode> ordered = new ArrayList<>();
    walk(children, null, 0, ordered);
    return List.copyOf(ordered);
  }

  private static void walk(
      Map<@Nullable UUID, List<Row>> children,
      @Nullable UUID parent,
      int depth,
      List<TreeNode> into) {
    for (Row row : children.getOrDefault(parent, List.of())) {
      into.add(
          new TreeNode(
              row.id(),
              row.parentId(),
              row.branch(),
              row.title(),
              row.position(),
              depth,
              row.onWay()));
      walk(children, row.id(), depth + 1, into);
    }
  }

  /**
   * Hangs a new node at the end.
   *
   * @param parent null for a branch of one's own
   * @return the node's id
   */
  public UUID add(UUID cause, @Nullable UUID parent, String title) {
    List<TreeNode> tree = of(cause);
    if (tree.size() >= MOST) {
      throw BusinessException.ofField("node", "node.too-many", MOST);
    }
    String kept = title("node", title);
    if (parent != null && find(tree, parent).depth() + 1 >= LEVELS) {
      throw BusinessException.ofField("parent", "node.too-deep", LEVELS);
    }
    UUID id = Ids.next();
    database.write(
        h ->
            h.createUpdate(
                    "insert into cause_nodes (id, cause_id, parent_id, title, position) values"
                        + " (:id, :cause, cast(:parent as uuid), :title, :position)")
                .bind("id", id)
                .bind("cause", cause)
                .bind("parent", parent)
                .bind("title", kept)
                .bind("position", last(tree, parent) + 1)
                .execute());
    return id;
  }

  /** Says it in other words, and whether it lies on the way to the root cause. */
  public void change(UUID cause, UUID node, String title, boolean onWay) {
    TreeNode found = find(of(cause), node);
    // a usual branch keeps its word in every language until it is renamed
    String kept =
        found.branch() != null && found.title() == null && title.isBlank()
            ? null
            : title("title", title);
    update(cause, node, "title = :title, on_way = :onWay", Map.of("onWay", onWay), kept);
  }

  /**
   * Hangs a node, with all that hangs on it, on another one.
   *
   * @param parent null makes it a branch
   */
  public void move(UUID cause, UUID node, @Nullable UUID parent) {
    List<TreeNode> tree = of(cause);
    TreeNode moved = find(tree, node);
    if (moved.branch() != null) {
      throw BusinessException.ofField("parent", "node.branch-stays");
    }
    Set<UUID> below = below(tree, node);
    if (parent != null && below.contains(parent)) {
      throw BusinessException.ofField("parent", "node.below-itself");
    }
    int depth = parent == null ? 0 : find(tree, parent).depth() + 1;
    int height =
        tree.stream().filter(n -> below.contains(n.id())).mapToInt(TreeNode::depth).max().orElse(0)
            - moved.depth();
    if (depth + height >= LEVELS) {
      throw BusinessException.ofField("parent", "node.too-deep", LEVELS);
    }
    database.write(
        h ->
            h.createUpdate(
                    "update cause_nodes set parent_id = cast(:parent as uuid), position = :position"
                        + " where id = :id and cause_id = :cause")
                .bind("parent", parent)
                .bind("position", last(tree, parent) + 1)
                .bind("id", node)
                .bind("cause", cause)
                .execute());
  }

  /** Moves a node one place up, or down, among its neighbours; at the end nothing happens. */
  public void shift(UUID cause, UUID node, boolean up) {
    List<TreeNode> tree = of(cause);
    TreeNode moved = find(tree, node);
    List<TreeNode> neighbours =
        tree.stream()
            .filter(n -> java.util.Objects.equals(n.parentId(), moved.parentId()))
            .sorted(Comparator.comparingInt(TreeNode::position))
            .toList();
    int at = neighbours.indexOf(moved);
    int other = up ? at - 1 : at + 1;
    if (other < 0 || other >= neighbours.size()) {
      return;
    }
    List<TreeNode> ordered = new ArrayList<>(neighbours);
    ordered.set(at, neighbours.get(other));
    ordered.set(other, moved);
    database.write(
        h -> {
          for (int i = 0; i < ordered.size(); i++) {
            h.createUpdate("update cause_nodes set position = :position where id = :id")
                .bind("position", i + 1)
                .bind("id", ordered.get(i).id())
                .execute();
          }
        });
  }

  /** Takes a node away with all that hangs on it; evidence stays with the cause. */
  public void remove(UUID cause, UUID node) {
    find(of(cause), node);
    database.write(
        h ->
            h.createUpdate("delete from cause_nodes where id = :id and cause_id = :cause")
                .bind("id", node)
                .bind("cause", cause)
                .execute());
  }

  /**
   * Moves nodes, with all that hangs on them, to another cause. What hung on a usual branch hangs
   * on the same branch there.
   *
   * @param ids of {@code from}, or null for all
   * @return how many
   */
  int carry(UUID from, UUID to, @Nullable Set<UUID> ids) {
    List<TreeNode> tree = of(from);
    Map<Branch, UUID> there = new HashMap<>();
    of(to).stream()
        .filter(n -> n.branch() != null)
        .forEach(n -> there.put(java.util.Objects.requireNonNull(n.branch()), n.id()));
    Map<UUID, TreeNode> byId = new HashMap<>();
    tree.forEach(n -> byId.put(n.id(), n));
    Set<UUID> moving = new HashSet<>();
    tree.stream()
        .filter(n -> ids == null || ids.contains(n.id()))
        .forEach(n -> moving.addAll(below(tree, n.id())));
    int moved = 0;
    for (TreeNode node : tree) {
      boolean usual = node.branch() != null;
      if (!moving.contains(node.id()) || usual) {
        continue;
      }
      TreeNode parent = node.parentId() == null ? null : byId.get(node.parentId());
      UUID newParent;
      if (parent == null) {
        newParent = null;
      } else if (parent.branch() != null) {
        newParent = there.get(parent.branch());
      } else {
        newParent = moving.contains(parent.id()) ? parent.id() : null;
      }
      database.write(
          h ->
              h.createUpdate(
                      "update cause_nodes set cause_id = :to, parent_id = cast(:parent as uuid)"
                          + " where id = :id")
                  .bind("to", to)
                  .bind("parent", newParent)
                  .bind("id", node.id())
                  .execute());
      moved++;
    }
    return moved;
  }

  private void update(
      UUID cause, UUID node, String what, Map<String, Object> values, @Nullable String title) {
    database.write(
        h ->
            h.createUpdate(
                    "update cause_nodes set " + what + " where id = :id and cause_id = :cause")
                .bindMap(values)
                .bind("title", title)
                .bind("id", node)
                .bind("cause", cause)
                .execute());
  }

  private static int last(List<TreeNode> tree, @Nullable UUID parent) {
    return tree.stream()
        .filter(n -> java.util.Objects.equals(n.parentId(), parent))
        .mapToInt(TreeNode::position)
        .max()
        .orElse(0);
  }

  private static Set<UUID> below(List<TreeNode> tree, UUID node) {
    Set<UUID> ids = new HashSet<>(Set.of(node));
    // each stands after its parent
    tree.stream()
        .filter(n -> n.parentId() != null && ids.contains(n.parentId()))
        .forEach(n -> ids.add(n.id()));
    return ids;
  }

  private static TreeNode find(List<TreeNode> tree, UUID node) {
    return tree.stream()
        .filter(n -> n.id().equals(node))
        .findFirst()
        .orElseThrow(() -> new NotFoundException(node));
  }

  private static String title(String field, String title) {
    if (title.isBlank()) {
      throw BusinessException.ofField(field, "node.title-missing");
    }
    if (title.strip().length() > TITLE_MAX) {
      throw BusinessException.ofField(field, "text.too-long", TITLE_MAX);
    }
    return title.strip();
  }
}

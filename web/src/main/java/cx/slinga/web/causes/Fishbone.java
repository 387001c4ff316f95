package cx.slinga.web.causes;

import cx.slinga.rootcause.TreeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A cause-and-effect tree as a drawing: branches in turn above and below the spine, what hangs on
 * them as lines beside. The drawing shows the shape; the list beside it has every word.
 */
public record Fishbone(
    int width,
    int height,
    int spine,
    List<Line> lines,
    List<Box> boxes,
    List<Label> labels,
    List<String> head) {

  /** A stroke; {@code css} is bone, rib or hotline. */
  public record Line(String css, int x1, int y1, int x2, int y2) {}

  /** Behind the name of a branch. */
  public record Box(int x, int y, int width) {}

  /** {@code anchor} is middle or end, {@code css} cat, hot or empty. */
  public record Label(String css, String anchor, int x, int y, String text) {}

  private static final int COLUMN = 286;
  private static final int STEP = 34;
  private static final int HEAD = 204;
  private static final int LEAN = 100;
  private static final int LETTERS = 27;

  /**
   * Draws a tree.
   *
   * @param name what a node is called
   * @param effect what the branches lead to
   */
  public static Fishbone of(List<TreeNode> tree, Function<TreeNode, String> name, String effect) {
    Map<UUID, List<TreeNode>> branches = new LinkedHashMap<>();
    List<TreeNode> tops = new ArrayList<>();
    List<TreeNode> open = new ArrayList<>();
    for (TreeNode node : tree) {
      if (node.depth() == 0) {
        tops.add(node);
        open = new ArrayList<>();
        branches.put(node.id(), open);
      } else {
        open.add(node);
      }
    }
    int columns = Math.max(1, (tops.size() + 1) / 2);
    int most = branches.values().stream().mapToInt(List::size).max().orElse(0);
    int arm = Math.max(118, 46 + STEP * most);
    int spine = 34 + arm;
    int width = columns * COLUMN + HEAD + 40;
    List<Line> lines = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < tops.size(); i++) {
      int foot = (i / 2 + 1) * COLUMN + 20;
      boolean above = i % 2 == 0;
      int tip = foot - LEAN;
      int end = above ? spine - arm : spine + arm;
      lines.add(new Line("bone", tip, end, foot, spine));
      boxes.add(new Box(tip - 72, above ? end - 28 : end + 2, 144));
      labels.add(
          new Label(
              "cat",
              "middle",
              tip,
              above ? end - 10 : end + 20,
              shorten(name.apply(tops.get(i)), 19)));
      int at = 0;
      for (TreeNode node : branches.getOrDefault(tops.get(i).id(), List.of())) {
        int y = above ? end + 38 + at * STEP : spine + 42 + at * STEP;
        int x = foot - Math.abs(spine - y) * LEAN / arm;
        lines.add(new Line(node.onWay() ? "hotline" : "rib", x - 190, y, x, y));
        String text = (node.depth() > 1 ? "– " : "") + name.apply(node);
        labels.add(
            new Label(node.onWay() ? "hot" : "", "end", x - 10, y - 6, shorten(text, LETTERS)));
        at++;
      }
    }
    return new Fishbone(width, 2 * spine, spine, lines, boxes, labels, wrap(effect));
  }

  /** Where the head begins. */
  public int headX() {
    return width - HEAD;
  }

  /** Places of the head's lines. */
  public int lineY(int index) {
    return spine - 9 * (head.size() - 1) + 18 * index + 4;
  }

  private static String shorten(String text, int letters) {
    return text.codePointCount(0, text.length()) <= letters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, letters - 1)).strip() + "…";
  }

  private static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+")) {
      if (line.length() > 0 && line.length() + word.length() > 22) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(shorten(word, 24));
    }
    lines.add(line.toString());
    if (lines.size() > 4) {
      List<String> first = new ArrayList<>(lines.subList(0, 4));
      first.set(3, first.get(3) + " …");
      return List.copyOf(first);
    }
    return List.copyOf(lines);
  }
}

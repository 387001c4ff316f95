package cx.slinga.web.causes;

import cx.slinga.rootcause.SplitCause;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes a cause of its own, as it is chosen. */
public class SplitForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String title = "";
  private @Nullable String touchpoint;
  private String[] cases = new String[0];
  private String[] whys = new String[0];
  private @Nullable String words;
  private boolean all;
  private String[] nodes = new String[0];

  /**
   * @param matching numbers of all cases that the words name
   */
  SplitCause command(UUID cause, long version, Supplier<List<String>> matching) {
    List<String> moved = all ? matching.get() : List.of(cases);
    return new SplitCause(cause, version, title, touchpoint, moved, ids(whys), ids(nodes));
  }

  private static Set<UUID> ids(String[] chosen) {
    return Arrays.stream(chosen).map(UUID::fromString).collect(Collectors.toSet());
  }

  /** What customers of the cases to choose from said; null or blank shows all. */
  public @Nullable String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words;
  }

  /** Whether all cases that the words name go along, also those that are not shown. */
  public boolean isAll() {
    return all;
  }

  public void setAll(boolean all) {
    this.all = all;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title == null ? "" : title;
  }

  public @Nullable String getTouchpoint() {
    return touchpoint;
  }

  public void setTouchpoint(@Nullable String touchpoint) {
    this.touchpoint = touchpoint;
  }

  public String[] getCases() {
    return cases.clone();
  }

  public void setCases(String @Nullable [] cases) {
    this.cases = cases == null ? new String[0] : cases.clone();
  }

  public String[] getWhys() {
    return whys.clone();
  }

  public void setWhys(String @Nullable [] whys) {
    this.whys = whys == null ? new String[0] : whys.clone();
  }

  public String[] getNodes() {
    return nodes.clone();
  }

  public void setNodes(String @Nullable [] nodes) {
    this.nodes = nodes == null ? new String[0] : nodes.clone();
  }
}

package cx.slinga.web.causes;

import cx.slinga.rootcause.TreeNode;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new part of the tree, and the part that is being changed. */
public class TreeForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String under = "";
  private String added = "";
  private @Nullable UUID node;
  private String title = "";
  private String parent = "";
  private boolean onWay;
  private boolean usual;

  void edit(TreeNode chosen) {
    node = chosen.id();
    title = chosen.title() == null ? "" : chosen.title();
    parent = chosen.parentId() == null ? "" : chosen.parentId().toString();
    onWay = chosen.onWay();
    usual = chosen.branch() != null;
  }

  void leave() {
    node = null;
  }

  void begin() {
    added = "";
  }

  public @Nullable UUID getNode() {
    return node;
  }

  /** Whether it is a usual branch, which stays where it is. */
  public boolean isUsual() {
    return usual;
  }

  public String getUnder() {
    return under;
  }

  public void setUnder(@Nullable String under) {
    this.under = under == null ? "" : under;
  }

  public String getAdded() {
    return added;
  }

  public void setAdded(@Nullable String added) {
    this.added = added == null ? "" : added;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title == null ? "" : title;
  }

  public String getParent() {
    return parent;
  }

  public void setParent(@Nullable String parent) {
    this.parent = parent == null ? "" : parent;
  }

  public boolean isOnWay() {
    return onWay;
  }

  public void setOnWay(boolean onWay) {
    this.onWay = onWay;
  }
}

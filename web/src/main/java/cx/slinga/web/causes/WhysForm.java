package cx.slinga.web.causes;

import cx.slinga.rootcause.Why;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chain of whys of a cause, as it is typed; the last one is blank, to go on. */
public class WhysForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<@Nullable UUID> ids = new ArrayList<>();
  private final ArrayList<String> answers = new ArrayList<>();
  private int root;

  WhysForm(List<Why> chain) {
    for (Why why : chain) {
      ids.add(why.id());
      answers.add(why.answer());
      if (why.root()) {
        root = ids.size();
      }
    }
    if (answers.size() < Why.MOST) {
      ids.add(null);
      answers.add("");
    }
  }

  List<Why> chain() {
    List<Why> chain = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String answer = answers.get(i) == null ? "" : answers.get(i);
      chain.add(new Why(ids.get(i), answer, root == i + 1));
    }
    // a root beyond what there is room for is a blank one, and refused as such
    for (int i = chain.size(); i < Math.min(root, Why.MOST); i++) {
      chain.add(new Why(null, "", root == i + 1));
    }
    return chain;
  }

  public List<String> getAnswers() {
    return answers;
  }

  public int getSize() {
    return answers.size();
  }

  /** Which one is the root cause, from 1; 0 while that is not known. */
  public int getRoot() {
    return root;
  }

  public void setRoot(int root) {
    this.root = root;
  }
}

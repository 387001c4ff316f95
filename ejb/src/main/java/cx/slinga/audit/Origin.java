package cx.slinga.audit;

import jakarta.enterprise.context.RequestScoped;

/**
 * Where the running call came in: {@code web}, {@code api}, or {@code job} where no edge said so.
 */
@RequestScoped
public class Origin {
  private String name = "job";

  public String name() {
    return name;
  }

  /** Said once by the edge that the request came in through. */
  public void is(String edge) {
    this.name = edge;
  }
}

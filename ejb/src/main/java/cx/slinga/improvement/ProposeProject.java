package cx.slinga.improvement;

import java.util.List;
import java.util.UUID;

/**
 * A new project.
 *
 * @param department key
 * @param owner user name
 * @param causes that it removes; may be none yet
 */
public record ProposeProject(
    ProjectFacts facts, String department, String owner, List<UUID> causes) {
  public ProposeProject {
    causes = List.copyOf(causes);
  }
}

package cx.slinga.directory;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here, as the identity provider knows them.
 *
 * @param directoryId the provider's own id
 * @param language the person's locale as the provider keeps it
 * @param roles of ours, at least one
 * @param departments keys of the groups below {@code /departments}
 */
public record DirectoryPerson(
    String directoryId,
    String username,
    String name,
    @Nullable String email,
    @Nullable String language,
    SortedSet<String> roles,
    SortedSet<String> departments) {
  public DirectoryPerson {
    roles = new TreeSet<>(roles);
    departments = new TreeSet<>(departments);
  }
}

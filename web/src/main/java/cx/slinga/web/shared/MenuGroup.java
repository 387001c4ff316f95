package cx.slinga.web.shared;

import java.util.List;
import java.util.function.Predicate;

/**
 * Places of the menu that belong together.
 *
 * @param key its heading is {@code menu.group.<key>} of the shared texts
 */
public record MenuGroup(String key, List<MenuEntry> entries) {
  public MenuGroup {
    entries = List.copyOf(entries);
  }

  MenuGroup(String key, MenuEntry... entries) {
    this(key, List.of(entries));
  }

  MenuGroup only(Predicate<MenuEntry> wanted) {
    return new MenuGroup(key, entries.stream().filter(wanted).toList());
  }

  /** The places of every day stand first and need no heading. */
  public boolean isHeaded() {
    return !key.equals("daily");
  }
}

package cx.slinga.web.shared;

import java.util.Set;

/**
 * One place of the menu.
 *
 * @param key name of the place; its label is {@code menu.<key>} of the shared texts
 * @param path the screen, from the context root
 * @param icon PrimeIcon without its prefix
 * @param roles who is offered it
 */
public record MenuEntry(String key, String path, String icon, Set<String> roles) {}

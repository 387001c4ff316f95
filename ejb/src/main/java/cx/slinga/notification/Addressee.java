package cx.slinga.notification;

import org.jspecify.annotations.Nullable;

/**
 * To whom a letter of a case would go.
 *
 * @param email the customer's address, null when it is not known
 * @param language {@code en}, {@code sv}, {@code da} or {@code no}
 * @param noContact whether the customer has taken their consent back
 */
public record Addressee(
    @Nullable String name, @Nullable String email, String language, boolean noContact) {}

package cx.slinga.cases;

import cx.slinga.organisation.ChurnState;
import cx.slinga.organisation.CustomerValue;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of the customer of a case from now on; null is not known.
 *
 * @param number of a case of this customer
 * @param version of the customer that the caller looked at; null is not checked
 * @param consent whether they may be asked again
 */
public record ChangeCustomer(
    String number,
    @Nullable Long version,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String segment,
    @Nullable String language,
    @Nullable CustomerValue value,
    boolean consent,
    @Nullable ChurnState churnState) {}

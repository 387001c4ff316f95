/** What leaves the house: reads the outbox, delivers, retries, buries what cannot be delivered. */
@NullMarked
package cx.slinga.notification;

import org.jspecify.annotations.NullMarked;

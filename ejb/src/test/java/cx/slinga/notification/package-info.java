/**
 * The outbox is delivered to a real mail server, repeated when it must be, and given up at last.
 */
@NullMarked
package cx.slinga.notification;

import org.jspecify.annotations.NullMarked;

/**
 * Reminders before, at and after a deadline, and escalation. A sweep claims what is due; what one
 * person is to be told becomes one mail, checked again when it is sent.
 */
@NullMarked
package cx.slinga.reminders;

import org.jspecify.annotations.NullMarked;

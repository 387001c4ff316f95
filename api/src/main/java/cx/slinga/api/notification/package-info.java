/** Letters to customers, their templates, and the outbox, over HTTP. */
@NullMarked
package cx.slinga.api.notification;

import org.jspecify.annotations.NullMarked;

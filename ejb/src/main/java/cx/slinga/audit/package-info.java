/**
 * The append-only record. Each domain event is written here in the transaction of the change: no
 * change without a record, no record without the change. Refused attempts are written too, in a
 * transaction of their own. Entries hold ids and field names, never customers' words.
 */
@NullMarked
package cx.slinga.audit;

import org.jspecify.annotations.NullMarked;

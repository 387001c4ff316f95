/**
 * One verb for up to ten thousand cases: a job that goes on after a restart, can be cancelled, and
 * names what was refused and why. Features above add their verbs as {@link
 * cx.slinga.bulk.BulkVerb}; each asks the entity, so that a rule holds for one case and for many.
 */
@NullMarked
package cx.slinga.bulk;

import org.jspecify.annotations.NullMarked;

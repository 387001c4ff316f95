/**
 * The inner loop: the follow-up of one negative response, from opening to closed. A case always has
 * exactly one owner. State, deadlines and the closing rule live in {@link cx.slinga.cases.Case};
 * lists and counters in {@link cx.slinga.cases.CaseQueries}.
 */
@NullMarked
package cx.slinga.cases;

import org.jspecify.annotations.NullMarked;

/**
 * Root causes, shared by many cases, and the analysis of a case: symptom and cause touchpoint are
 * two fields, because the department that felt it is often not the one that caused it.
 */
@NullMarked
package cx.slinga.rootcause;

import org.jspecify.annotations.NullMarked;

/**
 * What shows that something is so, or was done: a text, a link or a file, checked as it comes in.
 */
@NullMarked
package cx.slinga.evidence;

import org.jspecify.annotations.NullMarked;

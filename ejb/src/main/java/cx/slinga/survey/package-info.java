/**
 * Surveys: what is asked, which column of a file is what, and which answer counts as negative or
 * severe.
 */
@NullMarked
package cx.slinga.survey;

import org.jspecify.annotations.NullMarked;

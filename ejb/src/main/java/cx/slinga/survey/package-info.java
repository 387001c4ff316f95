/** Surveys: what is asked, and which column of a file is what. */
@NullMarked
package cx.slinga.survey;

import org.jspecify.annotations.NullMarked;

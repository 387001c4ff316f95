/**
 * The screens of the inner loop: the list, where the URL is the whole state, and the case, where
 * contact, analysis and plan stand side by side and save one by one. What may be done is asked of
 * the services; the screens only leave out what would be refused.
 */
@NullMarked
package cx.slinga.web.cases;

import org.jspecify.annotations.NullMarked;

/** What is promised and when work is done: service levels, opening hours and holidays. */
@NullMarked
package cx.slinga.web.calendars;

import org.jspecify.annotations.NullMarked;

@NullMarked
package cx.slinga.calendar;

import org.jspecify.annotations.NullMarked;

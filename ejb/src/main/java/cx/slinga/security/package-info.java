/**
 * Who is calling, in which roles, and which departments' rows they may see. A right has two halves:
 * the verb (role, checked by the container) and the row ({@link Visibility}, checked in each
 * query).
 */
@NullMarked
package cx.slinga.security;

import org.jspecify.annotations.NullMarked;

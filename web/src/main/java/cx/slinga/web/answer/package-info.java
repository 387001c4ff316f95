/**
 * The one page for people without an account: a customer answers whether it is better now. The
 * token in the address is the right to; nothing else can be reached from here.
 */
@NullMarked
package cx.slinga.web.answer;

import org.jspecify.annotations.NullMarked;

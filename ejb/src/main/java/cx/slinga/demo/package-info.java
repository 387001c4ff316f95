/**
 * The demo airport: real answers of the public SFO passenger survey, and a generated follow-up that
 * says so. Loaded once, into an empty database, when SLINGA_DEMO is on.
 */
@NullMarked
package cx.slinga.demo;

import org.jspecify.annotations.NullMarked;

/**
 * Departments and people. People are mirrored from the identity provider and may own cases before
 * they ever log in.
 */
@NullMarked
package cx.slinga.organisation;

import org.jspecify.annotations.NullMarked;

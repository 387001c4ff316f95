/** What the identity provider answers becomes people with roles and departments. */
@NullMarked
package cx.slinga.organisation;

import org.jspecify.annotations.NullMarked;

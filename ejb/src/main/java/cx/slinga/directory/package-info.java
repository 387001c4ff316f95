/** Mirrors the people and groups of the identity provider. */
@NullMarked
package cx.slinga.directory;

import org.jspecify.annotations.NullMarked;

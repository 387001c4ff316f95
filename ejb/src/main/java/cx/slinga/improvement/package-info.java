/**
 * The outer loop: projects that remove causes for all customers. Few of a department run at a time;
 * while one runs it carries on what is planned for the cases of its causes.
 */
@NullMarked
package cx.slinga.improvement;

import org.jspecify.annotations.NullMarked;

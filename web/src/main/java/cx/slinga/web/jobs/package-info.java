/** How far a job over many cases is, and what came of it. */
@NullMarked
package cx.slinga.web.jobs;

import org.jspecify.annotations.NullMarked;

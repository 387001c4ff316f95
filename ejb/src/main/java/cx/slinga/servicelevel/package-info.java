/**
 * Changing what is promised. A change makes the next version, which holds from that moment: cases
 * that are opened from then on have it, and the clocks of those that are open follow in steps of a
 * job, each case with all of its clocks at once. What the job has not reached yet follows when
 * somebody opens or changes it.
 */
@NullMarked
package cx.slinga.servicelevel;

import org.jspecify.annotations.NullMarked;

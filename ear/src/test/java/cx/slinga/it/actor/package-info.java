/** The demo people, as callers. */
package cx.slinga.it.actor;

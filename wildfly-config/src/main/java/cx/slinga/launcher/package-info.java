/**
 * Starts what the suite needs on one machine: PostgreSQL, Keycloak with the demo realm, and WildFly
 * with the application. For development, trial and demonstration; a production installation runs
 * the same server from {@code target/server} under its own supervisor.
 *
 * <p>Each of the three is a child process in a session of its own, so that Ctrl-C reaches the
 * launcher alone and it can stop them in order: WildFly, Keycloak, PostgreSQL.
 */
@NullMarked
package cx.slinga.launcher;

import org.jspecify.annotations.NullMarked;

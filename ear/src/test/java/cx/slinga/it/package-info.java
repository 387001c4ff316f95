/** Tests inside the provisioned server, on the built EAR and a real PostgreSQL. */
package cx.slinga.it;

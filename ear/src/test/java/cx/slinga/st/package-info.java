/**
 * Tests of the whole: the launcher starts PostgreSQL, Keycloak and WildFly as a user would, then a
 * browser and plain HTTP go through the product.
 */
package cx.slinga.st;

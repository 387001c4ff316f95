package cx.slinga.api.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The change that a resource method asks for, in the words of the record; under these a refused
 * attempt is recorded. Every method that changes something carries one.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Verb {
  /** The event that would have happened, for example {@code case.closed}. */
  String value();

  /** Kind of object, for example {@code case}. */
  String object();

  /** The path or query parameter that names the object; nothing when there is none yet. */
  String id() default "";
}

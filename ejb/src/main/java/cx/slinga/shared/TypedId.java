package cx.slinga.shared;

import java.util.UUID;

/**
 * An id that cannot be mistaken for another feature's: a record with the one component {@code
 * value}.
 */
public interface TypedId {
  UUID value();
}

package cx.slinga.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list read by keyset.
 *
 * @param next opaque key of the page after this one, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * Cuts a result that was asked for with one row more than the page holds.
   *
   * @param rows up to {@code size + 1} rows
   * @param key the keyset of a row, as the next query takes it
   */
  public static <T> Page<T> of(List<T> rows, int size, Function<T, String> key) {
    if (rows.size() <= size) {
      return new Page<>(rows, null);
    }
    List<T> items = List.copyOf(rows.subList(0, size));
    return new Page<>(items, key.apply(items.get(size - 1)));
  }
}

package dev.attune.engine.rule.evaluate;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a compiled expression takes a value from.
 *
 * @param slot of the bound fact
 * @param reader takes the value from the fact; null for the fact itself
 */
record Argument(int slot, @Nullable Function<@Nullable Object, @Nullable Object> reader) {
  @Nullable Object value(Row row) {
    Object fact = row.bound(slot);
    return reader == null ? fact : reader.apply(fact);
  }

  static @Nullable Object[] values(Argument[] arguments, Row row) {
    @Nullable Object[] values = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) values[i] = arguments[i].value(row);
    return values;
  }
}

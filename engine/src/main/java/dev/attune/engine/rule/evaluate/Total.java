package dev.attune.engine.rule.evaluate;

import java.io.Serializable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * One {@code sum}, {@code count}, {@code min}, {@code max} or {@code average}. Thread-safe.
 *
 * @param of the value of one way; null values are left to the function
 */
record Total(AccumulateFunction<Serializable> function, Function<Row, @Nullable Object> of) {
  Running start() {
    return new Running(function.initContext(function.createContext()));
  }

  /** A total that is being taken. Used by one thread. */
  final class Running {
    private final Serializable context;

    private Running(Serializable context) {
      this.context = context;
    }

    void add(Row row) {
      function.accumulateValue(context, of.apply(row));
    }

    @Nullable Object result() {
      try {
        return function.getResult(context);
      } catch (Exception noResult) {
        return null;
      }
    }
  }
}

package dev.attune.engine.rule;

import dev.attune.engine.text.Place;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value in a rule's {@code then} part; means what the same text means in Java. */
public sealed interface Term
    permits Text, Term.Words, Term.Figure, Term.Flag, Term.Variable, Term.Arithmetic {

  /**
   * The value under these bindings.
   *
   * @param bindings from a variable's name, with its {@code $}, to what it is bound to
   */
  @Nullable Object value(Function<String, @Nullable Object> bindings);

  /** Where it starts. */
  Place place();

  /** {@code "words"}, without quotes and escapes. */
  record Words(String words, Place place) implements Term {
    @Override
    public Object value(Function<String, @Nullable Object> bindings) {
      return words;
    }
  }

  /**
   * {@code 3} or {@code 1.5}.
   *
   * @param number an {@code Integer} or a {@code Double}
   */
  record Figure(Number number, Place place) implements Term {
    @Override
    public Object value(Function<String, @Nullable Object> bindings) {
      return number;
    }
  }

  /** {@code true} or {@code false}. */
  record Flag(boolean flag, Place place) implements Term {
    @Override
    public Object value(Function<String, @Nullable Object> bindings) {
      return flag;
    }
  }

  /**
   * {@code $days}.
   *
   * @param name with its {@code $}
   */
  record Variable(String name, Place place) implements Term {
    @Override
    public @Nullable Object value(Function<String, @Nullable Object> bindings) {
      return bindings.apply(name);
    }
  }

  /**
   * {@code left operator right} over numbers.
   *
   * @param operator one of {@code + - *}
   */
  record Arithmetic(char operator, Term left, Term right) implements Term {
    @Override
    public Place place() {
      return left.place();
    }

    @Override
    public @Nullable Object value(Function<String, @Nullable Object> bindings) {
      if (!(left.value(bindings) instanceof Number a)) return null;
      if (!(right.value(bindings) instanceof Number b)) return null;
      return isWhole(a) && isWhole(b)
          ? whole(a, b)
          : (Number) fraction(a.doubleValue(), b.doubleValue());
    }

    private static boolean isWhole(Number number) {
      return number instanceof Integer || number instanceof Long;
    }

    private Number whole(Number a, Number b) {
      if (a instanceof Integer && b instanceof Integer) return whole(a.intValue(), b.intValue());
      return switch (operator) {
        case '+' -> a.longValue() + b.longValue();
        case '-' -> a.longValue() - b.longValue();
        default -> a.longValue() * b.longValue();
      };
    }

    private int whole(int a, int b) {
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        default -> a * b;
      };
    }

    private double fraction(double a, double b) {
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        default -> a * b;
      };
    }
  }
}

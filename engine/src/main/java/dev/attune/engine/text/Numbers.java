package dev.attune.engine.text;

import java.math.BigDecimal;

/** Numbers as people write them: {@code 3}, not {@code 3.0}. */
public final class Numbers {
  private Numbers() {}

  /** A value as it is; a whole number without a fraction. */
  public static String plain(Object value) {
    boolean whole =
        value instanceof Double number && number == Math.rint(number) && !number.isInfinite();
    return whole
        ? new BigDecimal((Double) value).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}

package dev.attune.engine.text;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them: {@code 3}, not {@code 3.0}. */
public final class Numbers {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Numbers() {}

  /** A value as it is; a whole number without a fraction. */
  public static String plain(Object value) {
    boolean whole = value instanceof Double number && number == Math.rint(number);
    return whole ? rounded((Double) value, MathContext.UNLIMITED) : String.valueOf(value);
  }

  /** The first four digits that count. */
  public static String rounded(double number) {
    return rounded(number, FOUR_DIGITS);
  }

  private static String rounded(double number, MathContext digits) {
    if (!Double.isFinite(number)) return Double.toString(number);
    BigDecimal plain = new BigDecimal(number).round(digits).stripTrailingZeros();
    return plain.toPlainString();
  }
}

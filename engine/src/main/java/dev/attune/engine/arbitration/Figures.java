package dev.attune.engine.arbitration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers in words, without the cost of parsing a pattern each time. */
public final class Figures {
  private static final int DIGITS = 4;
  private static final MathContext FOUR = new MathContext(DIGITS, RoundingMode.HALF_UP);

  private Figures() {}

  /** Four digits, as {@code %.4g} writes them. */
  public static String four(double value) {
    if (value == 0 || !Double.isFinite(value)) return written(value);
    BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR);
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -DIGITS || exponent >= DIGITS) return written(value);
    return rounded.setScale(DIGITS - 1 - exponent).toPlainString();
  }

  private static String written(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}

package dev.attune.engine.arbitration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        1,
        7,
        70,
        0.5,
        2.5,
        9.99949,
        9.9995,
        9999.4,
        9999.5,
        10000,
        0.00012345,
        0.000099999,
        -3.14159,
        1e12,
        1e-12,
        Double.POSITIVE_INFINITY,
        Double.NaN
      })
  void figures_are_those_of_the_pattern(double value) {
    assertThat(Figures.four(value)).isEqualTo(String.format(Locale.ROOT, "%.4g", value));
  }

  @Test
  void also_of_any_number() {
    Random luck = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double value = luck.nextDouble() * Math.pow(10, luck.nextInt(12) - 6);
      assertThat(Figures.four(value)).isEqualTo(String.format(Locale.ROOT, "%.4g", value));
    }
  }
}

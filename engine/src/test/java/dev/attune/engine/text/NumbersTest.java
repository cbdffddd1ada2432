package dev.attune.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void a_whole_number_has_no_fraction() {
    assertThat(List.of(3.0, -0.0, 1e6, 0.5, 7, "3.0", true))
        .map(Numbers::plain)
        .containsExactly("3", "0", "1000000", "0.5", "7", "3.0", "true");
  }

  @Test
  void a_rounded_number_keeps_the_four_digits_that_count() {
    assertThat(List.of(100.0, 12.72727, 0.0123456, 9.0))
        .map(Numbers::rounded)
        .containsExactly("100", "12.73", "0.01235", "9");
  }
}

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
}

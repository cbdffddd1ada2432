package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MaskingTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/onboarding/masking.csv", numLinesToSkip = 1, delimiter = '|')
  void takes_out_what_nobody_needs_to_know_and_nothing_else(String said, String kept) {
    String masked = Masking.mask(said);

    assertThat(masked).isEqualTo(kept);
  }
}

package dev.attune.api.onboarding.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadsTest {
  @Test
  void the_packaged_heads_were_trained_on_the_packaged_examples() {
    assertThat(Heads.load().trainedOn())
        .as("run: attune train-heads --out …/extract")
        .isEqualTo(HeadTraining.examplesVersion());
  }
}

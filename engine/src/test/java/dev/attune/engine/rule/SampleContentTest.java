package dev.attune.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleContentTest {
  private final Reading reading = ContentReader.read(Path.of("../rules"));

  @Test
  void the_sample_has_nothing_to_complain_about() {
    assertThat(reading.diagnostics()).isEmpty();
  }

  @Test
  void it_is_a_whole_product() {
    Content content = ((Reading.Read) reading).content();

    assertThat(content.useCases())
        .extracting(UseCase::name)
        .contains("onboarding", "home", "features", "drafts", "crm", "shared");
    assertThat(content.useCases().stream().mapToLong(SampleContentTest::rules).sum())
        .isGreaterThanOrEqualTo(40);
    assertThat(content.cards()).hasSizeGreaterThanOrEqualTo(40);
  }

  private static long rules(UseCase useCase) {
    return useCase.files().stream().mapToLong(file -> file.rules().size()).sum();
  }
}

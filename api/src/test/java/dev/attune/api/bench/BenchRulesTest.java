package dev.attune.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchRulesTest {
  @TempDir private Path folder;

  @Test
  void what_is_measured_is_what_an_author_could_write() throws IOException {
    BenchRules.write(folder, 120);

    Reading reading = ContentReader.read(folder);

    assertThat(reading.diagnostics()).isEmpty();
    Content content = ((Reading.Read) reading).content();
    assertThat(content.cards()).hasSize(120 + BenchRules.SEEN);
    assertThat(content.useCases().stream().flatMap(each -> each.files().stream()))
        .hasSize(1 + 1 + 3);
  }
}

package dev.attune.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.health.check.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthGuideTest {
  @Test
  void the_authors_guide_lists_the_labels_in_their_order() throws IOException {
    String guide = Files.readString(Path.of("../rules/README.md"));
    String table = guide.substring(guide.indexOf("| label |"));
    List<String> rows =
        table
            .substring(0, table.indexOf("\n\n"))
            .lines()
            .skip(2)
            .map(row -> row.split("`")[1])
            .toList();

    assertThat(rows).isEqualTo(Arrays.stream(Label.values()).map(Label::wire).toList());
  }

  @Test
  void every_label_has_one_check() {
    assertThat(Checks.ALL).extracting(Check::label).containsExactly(Label.values());
  }
}

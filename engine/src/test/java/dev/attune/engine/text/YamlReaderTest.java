package dev.attune.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.text.YamlTree.Mapping;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void plain_data_keeps_its_types_and_order() {
    Mapping tree =
        read("b: 1\na: [1.5, true, \"1\", text, null, 2026-01-01]\nc: { d: 9999999999 }\n");

    assertThat(YamlValue.map(tree)).containsOnlyKeys("b", "a", "c");
    assertThat(YamlValue.map(tree).get("b")).isEqualTo(1);
    assertThat((List<?>) YamlValue.map(tree).get("a"))
        .isEqualTo(Arrays.asList(1.5, true, "1", "text", null, "2026-01-01"));
    assertThat(YamlValue.map(tree).get("c")).isEqualTo(Map.of("d", 9999999999L));
  }

  @Test
  void words_that_only_old_yaml_takes_for_flags_stay_words() {
    assertThat(YamlValue.map(read("a: yes\nb: NO\nc: 0x1F\nd: 1_000\ne: 010\n")))
        .isEqualTo(Map.of("a", "yes", "b", "NO", "c", "0x1F", "d", "1_000", "e", "010"));
  }

  @Test
  void every_value_knows_its_place() {
    Mapping tree = read("first:\n  second: value\n");

    Section second = new Section(tree, diagnostics).section("first").orElseThrow();

    assertThat(second.place()).hasToString("a.yaml:1:1");
    assertThat(second.placeOf("second")).hasToString("a.yaml:2:11");
  }

  @Test
  void an_empty_file_is_an_empty_mapping() {
    assertThat(read("# nothing yet\n").entries()).isEmpty();
    assertThat(read("").entries()).isEmpty();
  }

  @Test
  void the_first_of_two_equal_keys_counts_and_both_are_named() {
    Mapping tree = read("a: 1\na: 2\n");

    assertThat(YamlValue.map(tree)).isEqualTo(Map.of("a", 1));
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::toString)
        .containsExactly("a.yaml:2:1: \"a\" stands here twice, first in line 1. Keep one");
  }

  @Test
  void times_are_written_with_their_unit() {
    assertThat(Durations.parse("7d")).contains(Duration.ofDays(7));
    assertThat(Durations.parse("12h")).contains(Duration.ofHours(12));
    assertThat(Durations.parse("30m")).contains(Duration.ofMinutes(30));
    assertThat(Durations.parse("45s")).contains(Duration.ofSeconds(45));
    assertThat(Durations.parse("7")).isEmpty();
    assertThat(Durations.parse("0d")).isEmpty();
    assertThat(Durations.parse("-1d")).isEmpty();
    assertThat(Durations.parse("1w")).isEmpty();
  }

  private Mapping read(String text) {
    return YamlReader.read(new SourceText("a.yaml", text), diagnostics).orElseThrow();
  }
}

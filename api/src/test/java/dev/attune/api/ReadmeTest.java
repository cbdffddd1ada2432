package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.config.SettingsTable;
import dev.attune.engine.arbitration.ReasonCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private final Readme readme = new Readme();

  @Test
  void the_packages_shown_are_those_the_code_is_held_to() {
    assertThat(readme.section("packages")).isEqualTo(Readme.read("engine/packages.puml").strip());
  }

  @Test
  void every_reason_code_is_explained() {
    assertThat(Arrays.stream(ReasonCode.values()).map(code -> "| `" + code + "` | "))
        .allSatisfy(line -> assertThat(readme.text()).contains(line));
  }

  @Test
  void the_settings_shown_are_those_there_are() {
    assertThat(readme.section("settings")).isEqualTo(SettingsTable.markdown().strip());
  }

  @Test
  void every_link_leads_to_a_file() {
    assertThat(readme.links())
        .isNotEmpty()
        .allSatisfy(path -> assertThat(Readme.ROOT.resolve(path)).exists());
  }

  @Test
  void the_rule_shown_is_the_one_that_runs() {
    String rule =
        readme.blocks("").stream().filter(each -> each.contains("rule \"")).findAny().orElseThrow();
    String card =
        readme.blocks("yaml").stream()
            .filter(each -> each.startsWith("# actions.yaml\n"))
            .findAny()
            .orElseThrow()
            .replace("# actions.yaml\n", "");

    assertThat(Readme.read("rules/features/nudges.drl")).contains(rule);
    assertThat(Readme.read("rules/features/actions.yaml")).contains(card);
  }
}

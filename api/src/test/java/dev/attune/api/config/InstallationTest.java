package dev.attune.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests run where there is neither rules nor prompts; the sources are at hand as src. */
class InstallationTest {
  @TempDir private Path home;

  @AfterEach
  void forget() {
    System.clearProperty(Installation.PROPERTY);
  }

  @Test
  void called_from_anywhere_it_finds_the_rules_and_prompts_it_comes_with() throws IOException {
    Files.createDirectories(home.resolve("rules"));
    System.setProperty(Installation.PROPERTY, home.toString());

    ServerConfig config = ConfigReader.read(ConfigSources.NONE).config();

    assertThat(config).isNotNull();
    assertThat(config.rules()).isEqualTo(home.resolve("rules"));
    assertThat(config.prompts()).isEqualTo(Path.of("prompts"));
    assertThat(config.data()).isEqualTo(Path.of(".attune"));
  }

  @Test
  void a_folder_where_it_is_called_goes_before_its_own() throws IOException {
    Files.createDirectories(home.resolve("src"));
    System.setProperty(Installation.PROPERTY, home.toString());

    assertThat(Installation.folder("src")).isEqualTo(Path.of("src"));
  }

  @Test
  void what_is_named_is_taken_from_where_it_is_called() throws IOException {
    Files.createDirectories(home.resolve("rules"));
    System.setProperty(Installation.PROPERTY, home.toString());
    ConfigSources named = new ConfigSources(Map.of("rules", "rules"), Map.of(), Map.of());

    ServerConfig config = ConfigReader.read(named).config();

    assertThat(config).isNotNull();
    assertThat(config.rules()).isEqualTo(Path.of("rules"));
  }
}

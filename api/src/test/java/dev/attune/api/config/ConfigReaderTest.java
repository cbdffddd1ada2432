package dev.attune.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  @Test
  void without_any_source_the_defaults_hold() {
    ServerConfig config = good(ConfigSources.NONE);

    assertThat(config.data()).isEqualTo(Path.of(".attune"));
    assertThat(config.rules()).isEqualTo(Path.of("rules"));
    assertThat(config.demo()).isFalse();
    assertThat(config.http().host()).isEqualTo("127.0.0.1");
    assertThat(config.http().port()).isEqualTo(8080);
    assertThat(config.http().headerTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.http().bodyTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.redis().url()).isNull();
    assertThat(config.redis().readTimeout()).isEqualTo(Duration.ofMillis(50));
    assertThat(config.redis().writeTimeout()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.keys().server()).isEmpty();
    assertThat(config.privacy().assumed()).isEmpty();
    assertThat(config.models()).isEmpty();
  }

  @Test
  void a_flag_beats_the_environment_which_beats_the_file() {
    Map<String, String> file = Map.of("http.port", "1", "http.host", "a", "redis.space", "f");
    Map<String, String> environment =
        Map.of("ATTUNE_HTTP_PORT", "2", "ATTUNE_HTTP_HOST", "b", "PATH", "/bin");
    Map<String, String> flags = Map.of("http.port", "3");

    ServerConfig config = good(new ConfigSources(file, environment, flags));

    assertThat(config.http().port()).isEqualTo(3);
    assertThat(config.http().host()).isEqualTo("b");
    assertThat(config.redis().space()).isEqualTo("f");
  }

  @Test
  void every_error_is_told_at_once_with_where_it_stands_and_what_was_meant() {
    Map<String, String> file = Map.of("http.prot", "1", "http.header-timeout", "10");
    Map<String, String> environment =
        Map.of("ATTUNE_HTTP_PORT", "70000", "ATTUNE_REDIS_SPAC", "x", "ATTUNE_DEMO", "yes");

    List<String> errors =
        ConfigReader.read(new ConfigSources(file, environment, Map.of("log.level", "inof")))
            .errors();

    assertThat(errors)
        .containsExactlyInAnyOrder(
            "unknown setting http.prot (from the configuration file). Maybe \"http.port\"?",
            "http.header-timeout (from the configuration file) must be a duration such as 50ms,"
                + " 10s, 5m, 2h or 7d, not \"10\"",
            "http.port (from ATTUNE_HTTP_PORT) must be a whole number from 0 to 65535, not"
                + " \"70000\"",
            "unknown setting ATTUNE_REDIS_SPAC (in the environment). Maybe"
                + " \"ATTUNE_REDIS_SPACE\"?",
            "demo (from ATTUNE_DEMO) must be true or false, not \"yes\"",
            "log.level (from the command line) must be one of [error, warn, info, debug], not"
                + " \"inof\". Maybe \"info\"?");
  }

  @Test
  void keys_that_can_be_guessed_are_refused_where_others_reach_the_server() {
    Map<String, String> guessable =
        Map.of("keys.server", "sk_one", "keys.author", "ak_one", "keys.client", "pk_one");
    Map<String, String> reachable = new HashMap<>(guessable);
    reachable.put("http.host", "0.0.0.0");

    List<String> errors = read(reachable).errors();

    assertThat(errors)
        .hasSize(2)
        .allMatch(error -> error.contains("must have at least 16 characters"))
        .noneMatch(error -> error.contains("sk_one"));
    assertThat(read(guessable).errors()).isEmpty();
  }

  @Test
  void a_secret_that_can_be_guessed_is_refused() {
    assertThat(read(Map.of("keys.token", "short")).errors())
        .singleElement()
        .asString()
        .startsWith("keys.token must have at least 32 characters");
  }

  private static ConfigReading read(Map<String, String> settings) {
    return ConfigReader.read(new ConfigSources(settings, Map.of(), Map.of()));
  }

  @Test
  void what_only_shows_together_is_told_with_everything_else() {
    Map<String, String> settings =
        Map.of(
            "redis.url", "mysql://host",
            "keys.server", "sk_one",
            "keys.client", "pk_one,sk_one",
            "privacy.assumed", "personalization",
            "model", "none");

    List<String> errors =
        ConfigReader.read(new ConfigSources(settings, Map.of(), Map.of("http.prot", "1"))).errors();

    assertThat(errors)
        .anySatisfy(error -> assertThat(error).startsWith("redis.url must begin with redis://"))
        .anySatisfy(error -> assertThat(error).startsWith("the same key stands under two of"))
        .anySatisfy(error -> assertThat(error).contains("Maybe \"personalisation\"?"))
        .anySatisfy(error -> assertThat(error).startsWith("model names no profile"))
        .anySatisfy(error -> assertThat(error).startsWith("unknown setting http.prot"))
        .noneSatisfy(error -> assertThat(error).contains("sk_one"));
  }

  @Test
  void a_model_is_a_named_profile_whichever_source_tells_of_it() {
    Map<String, String> file =
        Map.of("models.local.provider", "ollama", "models.local.name", "small", "model", "cloud");
    Map<String, String> environment =
        Map.of(
            "ATTUNE_MODELS_CLOUD_PROVIDER", "anthropic",
            "ATTUNE_MODELS_CLOUD_NAME", "large",
            "ATTUNE_MODELS_CLOUD_API_KEY", "secret");

    ServerConfig config = good(new ConfigSources(file, environment, Map.of()));

    assertThat(config.models().keySet()).containsExactlyInAnyOrder("local", "cloud");
    assertThat(config.models().get("cloud").apiKey()).isEqualTo("secret");
  }

  @Test
  void a_file_without_settings_says_what_settings_look_like(@TempDir Path folder)
      throws IOException {
    Path list = Files.writeString(folder.resolve("list.yaml"), "- a\n- b\n");
    Path word = Files.writeString(folder.resolve("word.yaml"), "http\n");
    Path empty = Files.writeString(folder.resolve("empty.yaml"), "# nothing yet\n");

    assertThat(ConfigFile.read(list).error()).contains("http: { port: 8080 }");
    assertThat(ConfigFile.read(word).error()).contains("http: { port: 8080 }");
    assertThat(ConfigFile.read(empty).error()).isNull();
  }

  @Test
  void a_secret_may_stand_in_a_file_and_is_never_printed(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("redis"), "redis://:hidden@host:1\n");
    Map<String, String> environment = Map.of("ATTUNE_REDIS_URL_FILE", secret.toString());

    ServerConfig config = good(new ConfigSources(Map.of(), environment, Map.of()));

    assertThat(config.redis().url()).isEqualTo("redis://:hidden@host:1");
    assertThat(EffectiveConfig.print(config))
        .doesNotContain("hidden")
        .contains("redis.url: (secret)");
  }

  @Test
  void what_is_printed_can_be_read_again() {
    ServerConfig config = good(ConfigSources.NONE);
    Map<String, String> printed =
        EffectiveConfig.print(config)
            .lines()
            .filter(line -> !line.endsWith(": "))
            .collect(
                java.util.stream.Collectors.toMap(
                    line -> line.substring(0, line.indexOf(": ")),
                    line -> line.substring(line.indexOf(": ") + 2)));

    assertThat(good(new ConfigSources(printed, Map.of(), Map.of()))).isEqualTo(config);
  }

  @Test
  void a_demo_does_not_listen_to_the_world() {
    Map<String, String> flags = Map.of("demo", "true", "http.host", "0.0.0.0");

    assertThat(ConfigReader.read(new ConfigSources(Map.of(), Map.of(), flags)).errors())
        .singleElement()
        .asString()
        .contains("loopback only");
  }

  @Test
  void the_table_has_a_line_for_every_setting() {
    assertThat(SettingsTable.markdown().lines())
        .contains(
            "| `http.port` | `--port` | `ATTUNE_HTTP_PORT` | `8080` | port; 0 picks a free one |");
  }

  private static ServerConfig good(ConfigSources sources) {
    ConfigReading reading = ConfigReader.read(sources);
    assertThat(reading.errors()).isEmpty();
    return reading.config();
  }
}

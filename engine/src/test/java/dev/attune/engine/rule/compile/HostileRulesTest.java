package dev.attune.engine.rule.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.evaluate.SmallWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules that our own checks would refuse, handed straight to the layers behind them: the sandboxed
 * compiler and the scan of what it made.
 */
class HostileRulesTest {
  private static final String CANARY = "attune.canary";
  private static final String HEAD =
      """
      package hostile

      import dev.attune.engine.fact.*
      global dev.attune.engine.action.Decisions decisions

      """;
  private static FactTypes types;

  record Attack(String title, String drl) {
    @Override
    public String toString() {
      return title;
    }
  }

  @BeforeAll
  static void compileFactTypes(@TempDir Path cache) {
    types = FactTypes.of(SmallWorld.vocabulary(), new ArchiveCache(cache));
  }

  static Stream<Attack> attacks() {
    return Arrays.stream(text("hostile-rules.txt").split("(?m)^==== "))
        .skip(1)
        .map(each -> each.split("\n", 2))
        .map(parts -> new Attack(parts[0], HEAD + parts[1]));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void nothing_hostile_is_compiled_and_passes_the_scan(Attack attack) {
    RuleBuilder.Outcome outcome =
        new InProcessBuilder().build(sources(attack.drl), "test", types.classes());

    assertThat(System.getProperty(CANARY)).isNull();
    if (outcome instanceof RuleBuilder.Built built) {
      assertThat(ClassScan.of(Archives.classes(built.archive()))).isNotEmpty();
    }
  }

  @Test
  void what_is_no_class_is_no_rule() {
    List<ClassScan.Breach> breaches = ClassScan.of(Map.of("hostile/Rules.class", new byte[] {1}));

    assertThat(breaches).hasSize(1);
  }

  @AfterEach
  void forget() {
    System.clearProperty(CANARY);
  }

  private static RuleSources sources(String drl) {
    return new RuleSources("hostile", Map.of("hostile/rules.drl", drl));
  }

  private static String rule(String conditions) {
    return """
        rule "benign" when
            %s
        then
            decisions.nudge( "a1" ).because( "why" );
        end
        """
        .formatted(conditions);
  }

  private static String text(String resource) {
    try (InputStream in = HostileRulesTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.attune.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTemplatesTest {
  private static final String TEMPLATES = "onboarding.templates";
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final Content CONTENT =
      ((Reading.Read) ContentReader.read(Path.of("../rules"))).content();
  private static final Release RELEASE =
      ((CompileResult.Compiled)
              ReleaseCompiler.ofFolder(Path.of("target", "built-rules")).compile(CONTENT))
          .release();

  static List<String> roles() {
    return CONTENT.vocabulary().profile().get("role").values();
  }

  static Stream<String> goals() {
    return CONTENT.vocabulary().profile().get("goals").values().stream();
  }

  @ParameterizedTest
  @MethodSource("roles")
  void whoever_names_a_role_has_at_least_three_templates_to_choose_from(String role) {
    assertThat(templates("role", role)).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("goals")
  void whoever_names_a_goal_has_at_least_three_templates_to_choose_from(String goal) {
    assertThat(templates("goals", Set.of(goal))).hasSizeGreaterThanOrEqualTo(3);
  }

  private static List<String> templates(String field, Object value) {
    ProfileValue said = new ProfileValue(value, Provenance.of(Source.DECLARED, NOW));
    Facts facts =
        new Facts(
            PersonId.user("ana"),
            NOW,
            ZoneOffset.UTC,
            Map.of(field, said),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return RELEASE.evaluate(facts, VisitContext.EMPTY, Set.of(TEMPLATES)).candidates().stream()
        .map(one -> one.card().id())
        .distinct()
        .toList();
  }
}

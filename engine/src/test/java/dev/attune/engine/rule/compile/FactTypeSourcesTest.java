package dev.attune.engine.rule.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.SmallWorld;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactTypeSourcesTest {
  private static final Instant NOW = Instant.parse("2026-01-15T22:30:00Z");
  private static FactTypes types;

  @BeforeAll
  static void compile(@TempDir Path cache) {
    types = FactTypes.of(SmallWorld.vocabulary(), new ArchiveCache(cache));
  }

  @Test
  void editors_read_the_declared_fields_as_typed_properties() {
    Map<String, String> sources = FactTypeSources.of(SmallWorld.vocabulary());

    assertThat(sources.get("dev/attune/engine/fact/Profile.java"))
        .contains("public String getRole()")
        .contains("public java.util.Set<String> getGoals()")
        .contains("public Double getAge()")
        .contains("public Boolean getBeta()")
        .contains("public java.time.LocalDate getTrialEnds()")
        .contains("public Integer getDaysSinceTrialEnds()")
        .contains("public Integer getDaysUntilTrialEnds()");
    assertThat(sources).containsKey("dev/attune/engine/fact/Visit.java");
  }

  @Test
  void days_are_counted_in_the_person_s_zone() throws ReflectiveOperationException {
    Facts inBerlin = facts("Europe/Berlin", Map.of("trialEnds", LocalDate.of(2026, 1, 18)));
    Facts inAuckland = facts("Pacific/Auckland", Map.of("trialEnds", LocalDate.of(2026, 1, 18)));

    assertThat(read(types.profile(inBerlin), "getDaysUntilTrialEnds")).isEqualTo(3);
    assertThat(read(types.profile(inBerlin), "getDaysSinceTrialEnds")).isEqualTo(-3);
    assertThat(read(types.profile(inAuckland), "getDaysUntilTrialEnds")).isEqualTo(2);
  }

  @Test
  void unknown_values_and_unknown_sets_are_null() throws ReflectiveOperationException {
    Object profile = types.profile(facts("UTC", Map.of()));

    assertThat(read(profile, "getRole")).isNull();
    assertThat(read(profile, "getDaysUntilTrialEnds")).isNull();
    assertThat(read(profile, "getGoals")).isNull();
  }

  @Test
  void a_visit_is_filled_from_the_request() throws ReflectiveOperationException {
    Object visit = types.visit(new VisitContext(Map.of("page", "home")), facts("UTC", Map.of()));

    assertThat(read(visit, "getPage")).isEqualTo("home");
    assertThat(read(visit, "getWidth")).isNull();
  }

  private static Object read(Object fact, String getter) throws ReflectiveOperationException {
    return fact.getClass().getMethod(getter).invoke(fact);
  }

  private static Facts facts(String zone, Map<String, Object> profile) {
    Map<String, ProfileValue> values = new java.util.HashMap<>();
    profile.forEach(
        (name, value) ->
            values.put(name, new ProfileValue(value, Provenance.of(Source.DECLARED, NOW))));
    return new Facts(
        PersonId.user("ana"),
        NOW,
        ZoneId.of(zone),
        values,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

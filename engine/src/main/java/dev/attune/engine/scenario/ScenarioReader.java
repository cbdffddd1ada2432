package dev.attune.engine.scenario;

import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.YamlTree;
import dev.attune.engine.text.YamlTree.Entry;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one scenario file. Wrong parts are reported; a file with errors gives no scenarios. */
final class ScenarioReader {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Set<String> FILE = Set.of("now", "people", "scenarios");
  private static final Set<String> SCENARIO = keys();

  private final Checks checks;
  private final GivenReader given;
  private final StepReader steps;
  private final Map<String, Given> people = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  ScenarioReader(Content content, Diagnostics diagnostics) {
    this.checks = new Checks(content, diagnostics);
    this.given = new GivenReader(checks);
    this.steps = new StepReader(checks, given);
  }

  private static Set<String> keys() {
    Set<String> keys = new HashSet<>(StepReader.DECISION);
    keys.addAll(Set.of("name", "person", "given", "now", "timeline", "shows", "columns", "rows"));
    return keys;
  }

  List<Scenario> read(Mapping file) {
    checks.refuseOtherKeys(file, FILE);
    Instant now = checks.moment(file, "now", NOW);
    checks.entries(file, "people").forEach((name, entry) -> people.put(name, person(name, entry)));
    List<Scenario> scenarios = new ArrayList<>();
    for (YamlTree tree : checks.items(file, "scenarios")) {
      if (!(tree instanceof Mapping scenario)) {
        checks.wrongType(tree, "scenarios", "a list of scenarios");
        continue;
      }
      checks.refuseOtherKeys(scenario, SCENARIO);
      boolean table = Checks.value(scenario, "rows") != null;
      List<Mapping> rows = table ? new TableRows(checks).of(scenario) : List.of(scenario);
      for (Mapping row : rows) scenarios.add(scenario(row, now));
    }
    return scenarios;
  }

  private Given person(String name, Entry entry) {
    if (entry.value() instanceof Mapping facts) return given.read(facts);
    if (!Checks.isNothing(entry.value()))
      checks.wrongType(entry.value(), name, "a mapping of facts");
    return Given.NOTHING;
  }

  private Scenario scenario(Mapping scenario, Instant fileNow) {
    String person = text(scenario, "person");
    checks.isKnown(person, people.keySet(), "person", placeOf(scenario, "person"));
    Given facts = given(scenario).over(people.getOrDefault(person, Given.NOTHING));
    Instant now = checks.moment(scenario, "now", fileNow);
    ZoneId zone = facts.zone() == null ? ZoneOffset.UTC : facts.zone();
    return new Scenario(
        name(scenario),
        person,
        facts,
        now,
        steps(scenario, now, zone),
        shows(scenario),
        scenario.place());
  }

  private List<Step> steps(Mapping scenario, Instant now, ZoneId zone) {
    if (Checks.value(scenario, "timeline") == null) return List.of(steps.decides(scenario, now));
    return new TimelineReader(checks, steps, now, zone).read(checks.items(scenario, "timeline"));
  }

  private Given given(Mapping scenario) {
    YamlTree tree = Checks.value(scenario, "given");
    if (tree instanceof Mapping facts) return given.read(facts);
    if (tree != null && !Checks.isNothing(tree))
      checks.wrongType(tree, "given", "a mapping of facts");
    return Given.NOTHING;
  }

  private String name(Mapping scenario) {
    String name = text(scenario, "name");
    if (!name.isEmpty() && !names.add(name))
      checks.error(
          placeOf(scenario, "name"), "duplicate-name", "\"" + name + "\" stands here twice");
    return name;
  }

  private String text(Mapping scenario, String key) {
    YamlTree tree = Checks.value(scenario, key);
    if (tree instanceof Scalar scalar && !scalar.isNothing()) return scalar.text();
    checks.error(placeOf(scenario, key), "missing-key", "\"" + key + "\" is missing");
    return "";
  }

  private static Place placeOf(Mapping scenario, String key) {
    YamlTree tree = Checks.value(scenario, key);
    return tree == null ? scenario.place() : tree.place();
  }

  private @Nullable Map<String, Integer> shows(Mapping scenario) {
    if (Checks.value(scenario, "shows") == null) return null;
    Map<String, Integer> shows = new LinkedHashMap<>();
    checks
        .entries(scenario, "shows")
        .forEach(
            (action, entry) -> {
              int times = checks.count(entry.value(), action);
              if (checks.isAction(action, entry.keyPlace()) && times > 0) shows.put(action, times);
            });
    return shows;
  }
}

package dev.attune.engine.scenario;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.scenario.Step.Decides;
import dev.attune.engine.scenario.Step.Happens;
import dev.attune.engine.scenario.Step.Reacts;
import dev.attune.engine.scenario.Step.Then;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.YamlTree;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.text.YamlTree.Sequence;
import dev.attune.engine.text.YamlValue;
import dev.attune.engine.vocabulary.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what happens at one moment of a scenario. */
final class StepReader {
  private static final Map<String, Then> THEN =
      Arrays.stream(Then.values())
          .collect(
              Collectors.toMap(
                  each -> each.name().toLowerCase(Locale.ROOT),
                  each -> each,
                  (a, b) -> a,
                  LinkedHashMap::new));
  private static final Map<String, ReasonCode> REASONS =
      Arrays.stream(ReasonCode.values()).collect(Collectors.toMap(Enum::name, each -> each));

  /** The keys of a decision. */
  static final Set<String> DECISION =
      Set.of("at", "visit", "available", "decides", "suppresses", "then");

  /** The keys of any step. */
  static final Set<String> KEYS = keys();

  private final Checks checks;
  private final GivenReader given;
  private int taken;

  StepReader(Checks checks, GivenReader given) {
    this.checks = checks;
    this.given = given;
  }

  private static Set<String> keys() {
    List<String> keys = new ArrayList<>(List.of("event", "with", "times"));
    keys.addAll(DECISION);
    keys.addAll(THEN.keySet());
    return Set.copyOf(keys);
  }

  /** False, with a diagnostic, when the file has as many steps as it may have. */
  boolean takesMore(Mapping step) {
    if (taken < Scenarios.MOST_STEPS) return true;
    checks.error(step.place(), "too-long", Scenarios.TOO_LONG);
    return false;
  }

  Optional<Step> read(Mapping step, Instant at) {
    taken++;
    if (Checks.value(step, "event") instanceof Scalar event) return happens(event, step, at);
    if (Checks.value(step, "at") != null) return Optional.of(decides(step, at));
    for (Map.Entry<String, Then> then : THEN.entrySet()) {
      if (Checks.value(step, then.getKey()) instanceof Scalar action)
        return reacts(action, then.getValue(), at);
    }
    String known = "event, at, " + String.join(", ", THEN.keySet());
    checks.error(step.place(), "empty-step", "nothing happens here. Give one of: " + known);
    return Optional.empty();
  }

  private Optional<Step> happens(Scalar event, Mapping step, Instant at) {
    if (!checks.isEvent(event.text(), event.place())) return Optional.empty();
    Integer times = checks.optionalCount(step, "times");
    Map<String, Object> properties =
        Checks.value(step, "with") instanceof Mapping with ? YamlValue.map(with) : Map.of();
    return Optional.of(
        new Happens(at, event.text(), properties, times == null ? 1 : times, step.place()));
  }

  private Optional<Step> reacts(Scalar action, Then then, Instant at) {
    return checks.isAction(action.text(), action.place())
        ? Optional.of(new Reacts(at, action.text(), then, action.place()))
        : Optional.empty();
  }

  Decides decides(Mapping step, Instant at) {
    Expected expected = new Expected(decided(step), suppressed(step));
    return new Decides(at, placements(step), visit(step), expected, then(step), step.place());
  }

  private List<PlacementRequest> placements(Mapping step) {
    YamlTree tree = Checks.value(step, "at");
    if (tree == null) {
      checks.error(step.place(), "missing-key", "\"at\" is missing: the placement to decide for");
      return List.of();
    }
    YamlTree listed = Checks.value(step, "available");
    Set<String> available = listed == null ? null : Set.copyOf(checks.actions(listed));
    List<PlacementRequest> placements = new ArrayList<>();
    for (YamlTree item : tree instanceof Sequence list ? list.items() : List.of(tree)) {
      if (!(item instanceof Scalar id)) checks.wrongType(item, "at", "a placement or a list");
      else if (checks.isPlacement(id.text(), id.place()))
        placements.add(new PlacementRequest(id.text(), null, available));
    }
    return placements;
  }

  private VisitContext visit(Mapping step) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Field> fields = checks.content().vocabulary().visit();
    checks
        .entries(step, "visit")
        .forEach(
            (name, entry) -> {
              Field field = fields.get(name);
              if (checks.isKnown(name, fields.keySet(), "visit field", entry.keyPlace())
                  && field != null)
                given.typed(field, entry.value()).ifPresent(value -> values.put(name, value));
            });
    return new VisitContext(values);
  }

  /** A mapping from action to because, a list of actions, one action, or nothing. */
  private @Nullable Map<String, String> decided(Mapping step) {
    YamlTree tree = Checks.value(step, "decides");
    if (tree == null) return null;
    Map<String, String> decided = new LinkedHashMap<>();
    if (tree instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (action, entry) -> {
                if (!checks.isAction(action, entry.keyPlace())) return;
                if (entry.value() instanceof Scalar because)
                  decided.put(action, because.isNothing() ? "" : because.text());
                else checks.wrongType(entry.value(), action, "the because text");
              });
    } else {
      for (Scalar action : scalars(tree)) {
        if (checks.isAction(action.text(), action.place())) decided.put(action.text(), "");
      }
    }
    return decided;
  }

  private List<Scalar> scalars(YamlTree tree) {
    List<Scalar> scalars = new ArrayList<>();
    for (YamlTree item : tree instanceof Sequence list ? list.items() : List.of(tree)) {
      if (item instanceof Scalar scalar && !scalar.isNothing()) scalars.add(scalar);
    }
    return scalars;
  }

  private @Nullable Map<String, ReasonCode> suppressed(Mapping step) {
    if (Checks.value(step, "suppresses") == null) return null;
    Map<String, ReasonCode> suppressed = new LinkedHashMap<>();
    checks
        .entries(step, "suppresses")
        .forEach(
            (action, entry) -> {
              if (!checks.isAction(action, entry.keyPlace())) return;
              Place place = entry.value().place();
              String code = entry.value() instanceof Scalar scalar ? scalar.text() : "";
              ReasonCode reason = REASONS.get(code);
              if (checks.isKnown(code, REASONS.keySet(), "reason", place) && reason != null)
                suppressed.put(action, reason);
            });
    return suppressed;
  }

  private @Nullable Then then(Mapping step) {
    if (!(Checks.value(step, "then") instanceof Scalar then)) return null;
    return checks.isKnown(then.text(), THEN.keySet(), "outcome", then.place())
        ? THEN.get(then.text())
        : null;
  }
}

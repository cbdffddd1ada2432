package dev.attune.engine.publish.diff;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.TermText;
import dev.attune.engine.rule.condition.ConditionText;
import dev.attune.engine.text.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules, and the segments they derive. */
final class RuleParts {
  static final String INTENT = "intent";

  private RuleParts() {}

  static void addTo(List<Part> parts, Content content) {
    Map<String, Place> segments = new LinkedHashMap<>();
    for (CheckedRule rule : content.rules()) {
      Details details = new Details();
      rule.conditions().forEach(each -> details.add("condition", ConditionText.of(each)));
      for (Consequence each : rule.consequences()) {
        if (each instanceof Propose propose) add(propose, details);
        if (each instanceof Derive derive) {
          details.add("segment", derive.segment());
          segments.putIfAbsent(derive.segment(), derive.place());
        }
      }
      String intent = rule.ref().intent();
      details.add(INTENT, intent.isEmpty() ? null : intent);
      parts.add(new Part(Subject.RULE, name(rule), rule.ref().place(), details.byName()));
    }
    segments.forEach((name, place) -> parts.add(new Part(Subject.SEGMENT, name, place, Map.of())));
  }

  /** Unique in a release: names are unique in their use case. */
  static String name(CheckedRule rule) {
    return rule.ref().useCase() + "/" + rule.ref().name();
  }

  private static void add(Propose propose, Details details) {
    details.add("proposes", propose.verb().verb() + " " + propose.action());
    details.add("because", TermText.of(propose.because()));
    details.add("weight", propose.weight() == 1 ? null : propose.weight());
    details.add("about", propose.about() == null ? null : propose.about().name());
    propose.with().forEach((name, value) -> details.add("with", name + " = " + TermText.of(value)));
  }
}

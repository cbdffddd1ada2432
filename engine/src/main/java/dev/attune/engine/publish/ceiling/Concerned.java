package dev.attune.engine.publish.ceiling;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placement;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.condition.SegmentsRead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules that can make a difference to one placement: its own and those of their segments. */
final class Concerned {
  private final Content content;
  private final List<CheckedRule> all = new ArrayList<>();
  private final Set<String> segments = new TreeSet<>();

  Concerned(Content content) {
    this.content = content;
    content
        .useCases()
        .forEach(useCase -> useCase.files().forEach(file -> all.addAll(file.rules())));
    for (CheckedRule rule : all) {
      for (Consequence each : rule.consequences()) {
        if (each instanceof Derive derive) segments.add(derive.segment());
      }
    }
  }

  /** The rules that may propose something for the placement. */
  List<CheckedRule> proposing(Placement placement) {
    return all.stream()
        .filter(rule -> rule.consequences().stream().anyMatch(each -> fits(each, placement)))
        .toList();
  }

  private boolean fits(Consequence consequence, Placement placement) {
    if (!(consequence instanceof Propose propose)) return false;
    ActionCard card = content.cards().get(propose.action());
    return card != null
        && card.published()
        && card.placements().contains(placement.id())
        && placement.kinds().contains(card.kind());
  }

  /** The rules that may propose an action for the placement. */
  List<CheckedRule> proposing(String action, Placement placement) {
    return proposing(placement).stream()
        .filter(
            rule ->
                rule.consequences().stream()
                    .anyMatch(
                        each -> each instanceof Propose propose && propose.action().equals(action)))
        .toList();
  }

  /** A rule with all rules that derive the segments it asks for, and theirs. */
  Set<CheckedRule> withSegments(CheckedRule rule) {
    Set<CheckedRule> rules = new LinkedHashSet<>();
    add(rule, rules, new HashSet<>());
    return rules;
  }

  private void add(CheckedRule rule, Set<CheckedRule> rules, Set<String> asked) {
    if (!rules.add(rule)) return;
    for (String segment : SegmentsRead.in(rule.conditions(), segments)) {
      if (!asked.add(segment)) continue;
      for (CheckedRule other : all) {
        for (Consequence each : other.consequences()) {
          if (each instanceof Derive derive && derive.segment().equals(segment))
            add(other, rules, asked);
        }
      }
    }
  }
}

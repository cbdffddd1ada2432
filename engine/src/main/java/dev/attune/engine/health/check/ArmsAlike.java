package dev.attune.engine.health.check;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.health.Check;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.Label;
import dev.attune.engine.health.Observed;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.lint.Normal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two rules that split people by one condition and show both halves the same: the condition decides
 * nothing.
 */
final class ArmsAlike implements Check {
  @Override
  public Label label() {
    return Label.ARMS_ALIKE;
  }

  @Override
  public List<Finding> look(Observed observed) {
    Map<String, List<CheckedRule>> byResult = new HashMap<>();
    for (CheckedRule rule : observed.content().rules()) {
      String shown = shown(rule, observed);
      if (!shown.isEmpty()) byResult.computeIfAbsent(shown, unseen -> new ArrayList<>()).add(rule);
    }
    List<Finding> findings = new ArrayList<>();
    for (List<CheckedRule> alike : byResult.values()) {
      for (int i = 0; i < alike.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (isSplit(alike.get(j), alike.get(i)))
            findings.add(finding(alike.get(i), alike.get(j), observed));
        }
      }
    }
    return findings;
  }

  private Finding finding(CheckedRule rule, CheckedRule other, Observed observed) {
    return new Finding(
        label(),
        rule.ref().name(),
        rule.ref().place(),
        "shows the same as \""
            + other.ref().name()
            + "\" at "
            + other.ref().place()
            + ", which matches exactly when this one's differing condition does not",
        observed.windowStart(),
        observed.now(),
        Map.of(),
        "Make one rule of both without the condition, or let them differ");
  }

  /** Everything a person would see, whatever it is called; empty when the rule shows nothing. */
  private static String shown(CheckedRule rule, Observed observed) {
    StringBuilder shown = new StringBuilder();
    rule.consequences().stream()
        .filter(Propose.class::isInstance)
        .map(Propose.class::cast)
        .forEach(
            each -> {
              ActionCard card = observed.content().cards().get(each.action());
              if (card == null) return;
              shown
                  .append(card.kind())
                  .append(card.placements())
                  .append(card.content())
                  .append(each.with())
                  .append(each.weight())
                  .append(card.priority());
            });
    return shown.toString();
  }

  /** The same conditions but for one, which the other rule turns into its opposite. */
  private static boolean isSplit(CheckedRule one, CheckedRule other) {
    Set<String> mine = conditions(one);
    Set<String> theirs = conditions(other);
    Set<String> onlyMine = new HashSet<>(mine);
    onlyMine.removeAll(theirs);
    Set<String> onlyTheirs = new HashSet<>(theirs);
    onlyTheirs.removeAll(mine);
    return onlyMine.size() == 1
        && onlyTheirs.size() == 1
        && Opposite.are(onlyMine.iterator().next(), onlyTheirs.iterator().next());
  }

  private static Set<String> conditions(CheckedRule rule) {
    Set<String> conditions = new HashSet<>();
    rule.conditions().forEach(each -> conditions.add(Normal.of(each)));
    return conditions;
  }
}

package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.text.Diagnostics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A rule that matches only where another already proposes the same. */
final class Subsumed implements Lint {
  @Override
  public String code() {
    return "subsumed";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    List<CheckedRule> rules = Rules.all(content);
    for (CheckedRule narrow : rules) {
      rules.stream()
          .filter(wide -> wide != narrow && subsumes(wide, narrow))
          .findFirst()
          .ifPresent(
              wide ->
                  diagnostics.warning(
                      narrow.ref().place(),
                      code(),
                      "whenever this rule matches, \""
                          + wide.ref().name()
                          + "\" at "
                          + wide.ref().place()
                          + " already proposes the same. Delete one, or set them apart"));
    }
  }

  private static boolean subsumes(CheckedRule wide, CheckedRule narrow) {
    Set<String> proposed = actions(narrow);
    return !proposed.isEmpty()
        && actions(wide).containsAll(proposed)
        && !Rules.aboutItems(wide)
        && implies(narrow.conditions(), wide.conditions())
        && !implies(wide.conditions(), narrow.conditions());
  }

  private static boolean implies(List<Condition> from, List<Condition> to) {
    return to.stream()
        .allMatch(needed -> from.stream().anyMatch(each -> Implication.holds(each, needed)));
  }

  private static Set<String> actions(CheckedRule rule) {
    return rule.consequences().stream()
        .filter(Propose.class::isInstance)
        .map(each -> ((Propose) each).action())
        .collect(Collectors.toSet());
  }
}

package dev.attune.engine.explain;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.rule.evaluate.ConditionVerdict.Form;
import dev.attune.engine.text.Numbers;
import dev.attune.engine.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first condition that stopped a rule.
 *
 * @param place of the constraint when one failed, else of the condition
 * @param form how the condition asks
 * @param fact the fact it asks for, e.g. {@code Feature}
 * @param constraint as the author wrote it; empty when the whole condition is meant
 * @param property what was compared; null when not one property was
 * @param actual null when unknown
 * @param operator e.g. {@code >=}
 * @param needed null when it compares with nothing fixed
 * @param through for a segment the person is not in: where the rules that derive it stopped
 */
public record Miss(
    RuleRef rule,
    Place place,
    Form form,
    String fact,
    String constraint,
    @Nullable String property,
    @Nullable Object actual,
    @Nullable String operator,
    @Nullable Object needed,
    List<Miss> through) {

  /** The same as what stood in an action's way. */
  public Obstacle obstacle() {
    return new Obstacle(
        sentence(),
        place,
        constraint.isEmpty() ? fact : constraint,
        actual,
        needed == null || operator == null ? needed(form) : operator + " " + Numbers.plain(needed));
  }

  /** One sentence, e.g. {@code Feature tone-suggestions: missedOpportunities is 2, needs >= 3}. */
  public String sentence() {
    if (form == Form.NONE_OF)
      return "there is "
          + article()
          + " "
          + fact
          + (constraint.isEmpty() ? "" : " with " + constraint);
    if (property == null) return "no " + fact + (constraint.isEmpty() ? "" : " with " + constraint);
    String value = actual == null ? "unknown" : Numbers.plain(actual);
    String wanted = needed == null ? constraint : operator + " " + Numbers.plain(needed);
    return fact + ": " + property + " is " + value + ", needs " + wanted;
  }

  private String article() {
    return "AEIOU".indexOf(fact.charAt(0)) < 0 ? "a" : "an";
  }

  private static String needed(Form form) {
    return switch (form) {
      case FACT, SOME_OF -> "some such fact";
      case NONE_OF -> "no such fact";
      case TOTAL -> "another total";
    };
  }
}

package dev.attune.engine.health.check;

import dev.attune.engine.health.Check;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.Label;
import dev.attune.engine.health.Observed;
import dev.attune.engine.rule.CheckedRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A rule nobody touched for 90 days: it may still be right, but somebody should say so. */
final class Unchanged implements Check {
  private static final Duration LONG = Duration.ofDays(90);

  @Override
  public Label label() {
    return Label.UNCHANGED;
  }

  @Override
  public List<Finding> look(Observed observed) {
    List<Finding> findings = new ArrayList<>();
    for (CheckedRule rule : observed.content().rules()) {
      Instant first = observed.changed(rule);
      if (first == null || first.plus(LONG).isAfter(observed.now())) continue;
      long days = Duration.between(first, observed.now()).toDays();
      findings.add(
          new Finding(
              label(),
              rule.ref().name(),
              rule.ref().place(),
              "stands as it is for " + days + " days, since " + first,
              first,
              observed.now(),
              Map.of("days", days),
              "Read it once more: is it still true?"));
    }
    return findings;
  }
}

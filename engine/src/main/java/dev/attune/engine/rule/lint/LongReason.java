package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Term.Words;
import dev.attune.engine.text.Diagnostics;

/** A reason too long for the line it is shown in. */
final class LongReason implements Lint {
  @Override
  public String code() {
    return "long-reason";
  }

  private static final int LONGEST = 120;

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Rules.proposals(content)
        .filter(propose -> length(propose) > LONGEST)
        .forEach(
            propose ->
                diagnostics.warning(
                    propose.because().place(),
                    code(),
                    "the reason has " + length(propose) + " letters. Say it in " + LONGEST));
  }

  private static int length(Propose propose) {
    return propose.because().parts().stream()
        .filter(Words.class::isInstance)
        .mapToInt(each -> ((Words) each).words().length())
        .sum();
  }
}

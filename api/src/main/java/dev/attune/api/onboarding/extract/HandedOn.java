package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * "CV of Maria: nurse, nine years", "Tom, nurse, nine years. Translate that": what somebody hands
 * on is text to the machine, like a command, and says nothing of who hands it on.
 */
final class HandedOn {
  private HandedOn() {}

  /** The clauses, those handed on marked. */
  static List<Clause> marked(List<Clause> clauses) {
    List<Clause> text = new ArrayList<>(clauses);
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).hasCue("hands-back")) {
        for (int before = 0; before <= i; before++) {
          text.set(before, text.get(before).with(Scope.COMMAND, 0));
        }
      }
      boolean heads = i > 0 && isHeading(clauses, i - 1) && ScopeCarry.isGoneOn(clauses, i);
      boolean listed =
          i > 0 && text.get(i - 1).has(Scope.COMMAND) && ScopeCarry.isGoneOn(clauses, i);
      if (heads || listed) text.set(i, text.get(i).with(Scope.COMMAND, 0));
    }
    return text;
  }

  /** "Profile of candidate 7:", but not "my job title:". */
  private static boolean isHeading(List<Clause> clauses, int i) {
    Clause heading = clauses.get(i);
    boolean colon = clauses.get(i + 1).word(0).before().contains(":");
    boolean mine =
        heading.cues().stream()
            .filter(it -> it.value().equals("document") && it.from() > 0)
            .anyMatch(it -> heading.word(it.from() - 1).is("my"));
    return colon && (heading.hasCue("fiction") || (heading.hasCue("document") && !mine));
  }
}

package dev.attune.engine.rule.compile;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.DrlFile;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.compile.RuleBuilder.Complaint;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostic.Severity;
import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts complaints of the rule compiler, which knows generated code only, back into the author's
 * file: by the line it names, else by the rule whose name or expression stands in its words.
 */
final class Complaints {
  private Complaints() {}

  static Diagnostic diagnostic(Complaint complaint, UseCase useCase) {
    String words = complaint.words().lines().findFirst().orElse("").strip();
    return error(
        place(complaint, useCase),
        "rule-compiler",
        "the rule compiler does not take this: %s. Write it in a simpler form".formatted(words));
  }

  /**
   * What a class may not do, at the rule it was made from.
   *
   * @param texts of the class; the rule's name is among them
   */
  static Diagnostic breach(String what, List<String> texts, UseCase useCase) {
    Place place =
        rules(useCase)
            .filter(rule -> texts.contains(rule.ref().name()))
            .findFirst()
            .map(rule -> rule.ref().place())
            .orElseGet(() -> start(useCase));
    return error(
        place,
        "not-allowed",
        "rules may not use %s. Use facts, operators and verbs only".formatted(what));
  }

  /** Rules that were built and scanned, and still cannot be loaded. */
  static Diagnostic unloadable(Throwable broken, UseCase useCase) {
    return diagnostic(new Complaint("", 0, broken.toString()), useCase);
  }

  static Diagnostic error(Place place, String code, String message) {
    return new Diagnostic(place, Severity.ERROR, code, message);
  }

  private static Place place(Complaint complaint, UseCase useCase) {
    if (complaint.line() > 0) return new Place(complaint.path(), complaint.line(), 1);
    Optional<CheckedRule> named =
        rules(useCase)
            .filter(
                rule ->
                    complaint.words().contains('"' + rule.ref().name() + '"')
                        || complaint.words().contains("Rule name: " + rule.ref().name() + "\n"))
            .findFirst();
    if (named.isPresent()) return named.get().ref().place();
    return complaint.path().isEmpty() ? start(useCase) : new Place(complaint.path(), 1, 1);
  }

  /** Where there is nothing better, an author begins to look at the first rule. */
  private static Place start(UseCase useCase) {
    return rules(useCase)
        .map(rule -> rule.ref().place())
        .findFirst()
        .orElseGet(() -> new Place(useCase.files().get(0).path(), 1, 1));
  }

  private static Stream<CheckedRule> rules(UseCase useCase) {
    return useCase.files().stream().map(DrlFile::rules).flatMap(List::stream);
  }
}

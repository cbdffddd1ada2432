package dev.attune.engine.rule;

import dev.attune.engine.text.Diagnostic;
import java.util.Set;
import java.util.stream.Collectors;

/** What the cases of {@code broken} make the lints say. */
public final class LintCases {
  private LintCases() {}

  /** The codes of all their diagnostics. */
  public static Set<String> codes() {
    return RuleCase.all("broken").stream()
        .flatMap(each -> ContentReader.read(each.folder()).diagnostics().stream())
        .map(Diagnostic::code)
        .collect(Collectors.toSet());
  }
}

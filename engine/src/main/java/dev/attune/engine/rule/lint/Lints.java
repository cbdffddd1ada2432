package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Diagnostics;
import java.util.List;

/** The list of all lints. */
public final class Lints {
  static final List<Lint> ALL =
      List.of(
          new NeverMatches(),
          new Subsumed(),
          new TwinRules(),
          new UnproposedCard(),
          new UnusedPlacement(),
          new UnusedSegment(),
          new UnusedVariable(),
          new AbsenceForgotten(),
          new VariableInWords(),
          new UnfilledPlace(),
          new ItemUnnamed(),
          new UnknownQuoted(),
          new UnsayableQuoted(),
          new LongReason(),
          new MissingIntent());

  private Lints() {}

  public static void run(Content content, Diagnostics diagnostics) {
    ALL.forEach(lint -> lint.check(content, diagnostics));
  }

  /** Their codes, in the order of the list. */
  public static List<String> codes() {
    return ALL.stream().map(Lint::code).toList();
  }
}

package dev.attune.engine.publish.diff;

import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.Text;
import java.util.stream.Collectors;

/** What a rule says to a person, as its author would write it. */
final class TermText {
  private TermText() {}

  static String of(Term term) {
    if (term instanceof Text text)
      return text.parts().stream().map(TermText::of).collect(Collectors.joining());
    if (term instanceof Term.Words words) return words.words();
    if (term instanceof Term.Figure figure) return figure.number().toString();
    if (term instanceof Term.Flag flag) return String.valueOf(flag.flag());
    if (term instanceof Term.Variable variable) return variable.name();
    Term.Arithmetic sum = (Term.Arithmetic) term;
    return of(sum.left()) + " " + sum.operator() + " " + of(sum.right());
  }
}

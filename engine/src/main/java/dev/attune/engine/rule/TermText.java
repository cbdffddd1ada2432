package dev.attune.engine.rule;

import java.util.stream.Collectors;

/** Values of a {@code then} part as their author would write them, whatever the spaces. */
public final class TermText {
  private TermText() {}

  public static String of(Term term) {
    if (term instanceof Text text)
      return text.parts().stream().map(TermText::inside).collect(Collectors.joining(" + "));
    if (term instanceof Term.Words words) return '"' + words.words() + '"';
    if (term instanceof Term.Figure figure) return figure.number().toString();
    if (term instanceof Term.Flag flag) return String.valueOf(flag.flag());
    if (term instanceof Term.Variable variable) return variable.name();
    Term.Arithmetic sum = (Term.Arithmetic) term;
    return inside(sum.left()) + " " + sum.operator() + " " + inside(sum.right());
  }

  private static String inside(Term term) {
    return term instanceof Term.Arithmetic ? "( " + of(term) + " )" : of(term);
  }
}

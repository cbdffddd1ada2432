package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.Text;
import dev.attune.engine.text.Diagnostics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A value meant to be put in, which somebody would read as its name. */
final class VariableInWords implements Lint {
  private static final Pattern NAMED = Pattern.compile("\\$[A-Za-z]\\w*|[$#]?\\{\\w+\\}");

  @Override
  public String code() {
    return "variable-in-words";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Rules.proposals(content)
        .flatMap(VariableInWords::words)
        .forEach(words -> check(words, diagnostics));
  }

  private static Stream<Term.Words> words(Propose propose) {
    Stream<Term> texts =
        Stream.concat(Stream.of(propose.because()), propose.with().values().stream());
    return texts
        .flatMap(term -> term instanceof Text text ? text.parts().stream() : Stream.of(term))
        .filter(Term.Words.class::isInstance)
        .map(Term.Words.class::cast);
  }

  private void check(Term.Words words, Diagnostics diagnostics) {
    Matcher named = NAMED.matcher(words.words());
    if (!named.find()) return;
    String message =
        "somebody would read \""
            + named.group()
            + "\" as it stands. Join values: \"…\" + $name + \"…\"";
    diagnostics.warning(words.place(), code(), message);
  }
}

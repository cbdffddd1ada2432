package dev.attune.engine.rule.consequence;

import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.Text;
import dev.attune.engine.rule.token.Token;
import dev.attune.engine.rule.token.Token.Type;
import dev.attune.engine.rule.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a value:
 *
 * <pre>
 * term    := string ( "+" product )* | sum | "true" | "false"
 * sum     := product ( ( "+" | "-" ) product )*
 * product := unit ( "*" unit )*
 * unit    := number | $variable | string | "(" sum ")"
 * </pre>
 */
final class TermReader {
  private static final int DEEPEST = 6;

  private final Tokens tokens;
  private int depth;

  TermReader(Tokens tokens) {
    this.tokens = tokens;
  }

  Term term() {
    Token first = tokens.peek();
    if (tokens.take("true")) return new Term.Flag(true, first.place());
    if (tokens.take("false")) return new Term.Flag(false, first.place());
    return tokens.peek().is(Type.STRING) ? text() : sum();
  }

  private Term text() {
    List<Term> parts = new ArrayList<>();
    parts.add(product());
    while (tokens.take("+")) parts.add(product());
    return parts.size() == 1 ? parts.get(0) : new Text(List.copyOf(parts));
  }

  private Term sum() {
    Term left = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Token operator = tokens.next();
      Token next = tokens.peek();
      if (next.is(Type.STRING)) throw Tokens.refuse(next, "Begin with words: \"\" + …");
      left = new Term.Arithmetic(operator.text().charAt(0), left, product());
    }
    return left;
  }

  private Term product() {
    Term left = unit();
    while (tokens.peek().is("*")) {
      Token operator = tokens.next();
      if (left instanceof Term.Words) throw Tokens.refuse(operator, "Words are joined with +");
      left = new Term.Arithmetic('*', left, unit());
    }
    return left;
  }

  private Term unit() {
    Token token = tokens.next();
    if (token.is("(")) {
      if (++depth > DEEPEST) throw Tokens.refuse(token, "Nested too deep");
      Term inner = sum();
      depth--;
      tokens.expect(")", "Write ) after the sum");
      return inner;
    }
    return switch (token.type()) {
      case STRING -> new Term.Words(token.text(), token.place());
      case VARIABLE -> new Term.Variable(token.text(), token.place());
      case NUMBER -> new Term.Figure(number(token), token.place());
      case WORD, SYMBOL, END ->
          throw Tokens.refuse(
              token, "A value is \"words\", a number or a $variable, joined with +");
    };
  }

  private static Number number(Token token) {
    String text = token.text();
    boolean whole = text.indexOf('.') < 0;
    boolean plain = text.length() == 1 || text.charAt(0) != '0' || text.charAt(1) == '.';
    if (plain && whole && text.length() <= 9) return Integer.valueOf(text);
    if (plain && !whole && text.length() <= 16) return Double.valueOf(text);
    throw Tokens.refuse(token, "Write a number below a thousand million, without leading zeros");
  }
}

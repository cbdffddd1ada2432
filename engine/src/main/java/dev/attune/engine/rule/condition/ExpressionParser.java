package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Null;
import dev.attune.engine.rule.condition.Expression.Property;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.Expression.Variable;
import dev.attune.engine.rule.token.Token;
import dev.attune.engine.rule.token.Token.Type;
import dev.attune.engine.rule.token.Tokens;
import dev.attune.engine.rule.token.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one constraint. Everything that is not in this grammar cannot be written in a condition:
 *
 * <pre>
 * constraint := [ $variable ":" ] any
 * any        := all ( "||" all )*
 * all        := test ( "&amp;&amp;" test )*
 * test       := sum [ compare sum | [ "not" ] ( "in" list | "contains" sum | "matches" string ) ]
 * sum        := product ( ( "+" | "-" ) product )*
 * product    := unary ( ( "*" | "/" ) unary )*
 * unary      := ( "!" | "-" ) unary | "(" any ")" | literal | $variable | property
 * </pre>
 */
final class ExpressionParser {
  private static final int DEEPEST = 8;
  private static final Set<String> COMPARE = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Set<String> OTHER_OPERATORS =
      Set.of(
          "memberOf", "soundslike", "str", "excludes", "matchesNot", "before", "after", "during");

  private final Tokens tokens;
  private int depth;

  private ExpressionParser(List<Token> tokens) {
    this.tokens = new Tokens(tokens);
  }

  /**
   * Reads a whole constraint.
   *
   * @param text as written
   * @throws Unreadable when it is not in the grammar
   */
  static Constraint read(String text, List<Token> tokens) {
    return new ExpressionParser(tokens).constraint(text);
  }

  private Constraint constraint(String text) {
    Token first = tokens.peek();
    String binds = binding();
    Expression expression = any();
    Token rest = tokens.peek();
    if (!rest.is(Type.END)) throw Tokens.refuse(rest, advice(rest));
    return new Constraint(text, binds, expression, first.place());
  }

  private @Nullable String binding() {
    if (tokens.peek(1).is(":=")) {
      throw Tokens.refuse(tokens.peek(1), "Write \"$name : property\"");
    }
    if (!tokens.peek(1).is(":")) return null;
    Token name = tokens.expect(Type.VARIABLE, "A variable starts with $: \"$days : count\"");
    tokens.expect(":", "Write \"$name : property\"");
    return name.text();
  }

  private Expression any() {
    Expression left = all();
    while (tokens.peek().is("||")) left = binary(left, tokens.next(), "||", all());
    return left;
  }

  private Expression all() {
    Expression left = test();
    while (tokens.peek().is("&&")) left = binary(left, tokens.next(), "&&", test());
    return left;
  }

  private Expression test() {
    Token operator = tokens.peek();
    if (operator.is(Type.SYMBOL) && COMPARE.contains(operator.text())) {
      throw Tokens.refuse(operator, "Write the property again: \"count >= 3 && count <= 9\"");
    }
    Expression left = sum();
    operator = tokens.peek();
    if (operator.is(Type.SYMBOL) && COMPARE.contains(operator.text())) {
      tokens.next();
      return binary(left, operator, operator.text(), sum());
    }
    boolean negated = tokens.take("not");
    Token word = tokens.peek();
    String not = negated ? "not " : "";
    if (tokens.take("in")) return new Among(left, negated, list(), left.place());
    if (tokens.take("contains")) return binary(left, word, not + "contains", sum());
    if (tokens.take("matches")) return binary(left, word, not + "matches", sum());
    if (negated) throw Tokens.refuse(word, "After \"not\" comes in, contains or matches");
    return left;
  }

  private List<Expression> list() {
    tokens.expect("(", "Write a list in parentheses: role in ( \"a\", \"b\" )");
    List<Expression> values = new ArrayList<>();
    do {
      values.add(unary());
    } while (tokens.take(","));
    tokens.expect(")", "Write a list in parentheses: role in ( \"a\", \"b\" )");
    return List.copyOf(values);
  }

  private Expression sum() {
    Expression left = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Token operator = tokens.next();
      left = binary(left, operator, operator.text(), product());
    }
    return left;
  }

  private Expression product() {
    Expression left = unary();
    while (tokens.peek().is("*") || tokens.peek().is("/")) {
      Token operator = tokens.next();
      left = binary(left, operator, operator.text(), unary());
    }
    return left;
  }

  private Expression unary() {
    Token token = tokens.next();
    if (++depth > DEEPEST) throw Tokens.refuse(token, "Nested too deep. Write two constraints");
    Expression read = primary(token);
    depth--;
    return read;
  }

  private Expression primary(Token token) {
    if (token.is("!") || token.is("-")) {
      return new Unary(token.text().charAt(0), unary(), token.place());
    }
    if (token.is("(")) {
      Expression inner = any();
      tokens.expect(")", advice(tokens.peek()));
      return inner;
    }
    return switch (token.type()) {
      case STRING -> new Literal(token.text(), token.place());
      case NUMBER -> new Literal(number(token), token.place());
      case VARIABLE -> new Variable(token.text(), token.place());
      case WORD -> word(token);
      case SYMBOL, END -> throw Tokens.refuse(token, advice(token));
    };
  }

  private Expression word(Token token) {
    return switch (token.text()) {
      case "true" -> new Literal(true, token.place());
      case "false" -> new Literal(false, token.place());
      case "null" -> new Literal(Null.NULL, token.place());
      case "this", "new", "instanceof", "eval", "class" ->
          throw Tokens.refuse(token, "Compare the fact's own properties with plain values");
      default -> property(token);
    };
  }

  private Expression property(Token token) {
    Token after = tokens.peek();
    if (after.is(".") && tokens.peek(1).is(Type.WORD) && !tokens.peek(2).is("(")) {
      String name = token.text() + "." + tokens.peek(1).text();
      throw Tokens.refuse(after, "A name stands in quotes: \"" + name + "\"");
    }
    if (after.is(".") || after.is("(") || after.is("[") || after.is("#") || after.is("!")) {
      throw Tokens.refuse(after, advice(after));
    }
    return new Property(token.text(), token.place());
  }

  /**
   * The number as Java reads it.
   *
   * @throws Unreadable when it is out of range
   */
  static Number number(Token token) {
    String text = token.text();
    boolean whole = text.indexOf('.') < 0;
    if (whole && text.length() <= 9 && (text.length() == 1 || text.charAt(0) != '0')) {
      return Integer.valueOf(text);
    }
    if (!whole && text.length() <= 16) return Double.valueOf(text);
    throw Tokens.refuse(token, "Write a number below a thousand million, without leading zeros");
  }

  private static Expression binary(Expression left, Token operator, String name, Expression right) {
    return new Binary(name, left, right, operator.place());
  }

  private static String advice(Token token) {
    return switch (token.text()) {
      case ".", "(" -> "Conditions call no methods: compare a property, such as count >= 3";
      case "[", "[[" -> "A property has no parts. Use contains for a many-of field";
      case "#" -> "Facts are not cast. Use the fact's own properties";
      case "=" -> "Rules change nothing. Compare with ==";
      case "++", "--" -> "Rules change nothing. Compare with + 1";
      case "?", ":", "->", "::" -> "Write two rules, or two constraints joined with ||";
      case "%", "&", "|", "^", "~" -> "Arithmetic knows + - * and /";
      case ";" -> "Separate constraints with commas";
      default ->
          OTHER_OPERATORS.contains(token.text())
              ? "Known: == != < <= > >= in contains matches, the last three also after \"not\""
              : "Write a constraint such as count >= 3 or role in ( \"a\", \"b\" )";
    };
  }
}

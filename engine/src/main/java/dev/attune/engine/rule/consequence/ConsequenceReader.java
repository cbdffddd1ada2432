package dev.attune.engine.rule.consequence;

import dev.attune.engine.action.Kind;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Propose.Places;
import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.Text;
import dev.attune.engine.rule.token.Token;
import dev.attune.engine.rule.token.Token.Type;
import dev.attune.engine.rule.token.Tokens;
import dev.attune.engine.rule.token.Unreadable;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code then} part. Everything that is not in this grammar cannot be written there:
 *
 * <pre>
 * then      := ( propose | derive )+
 * propose   := "decisions" "." verb "(" string ")" qualifier* ";"
 * qualifier := "." ( "because" "(" text ")" | "with" "(" string "," term ")"
 *                  | "weight" "(" number ")" | "about" "(" $variable ")" )
 * derive    := "insertLogical" "(" "new" "Segment" "(" string ")" ")" ";"
 * </pre>
 */
public final class ConsequenceReader {
  private static final List<String> VERBS = Arrays.stream(Kind.values()).map(Kind::verb).toList();
  private static final List<String> QUALIFIERS = List.of("because", "with", "weight", "about");
  private static final String SHAPE =
      "Write: decisions.nudge( \"action\" ).because( \"reason\" ); or, in the folder shared,"
          + " insertLogical( new Segment( \"name\" ) );";

  private final Tokens tokens;

  private ConsequenceReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The statements; empty, with a diagnostic, when one is not in the grammar. */
  public static List<Consequence> read(List<Token> tokens, Diagnostics diagnostics) {
    try {
      return new ConsequenceReader(new Tokens(tokens)).statements();
    } catch (Unreadable e) {
      diagnostics.error(e.place(), "not-allowed", e.getMessage());
      return List.of();
    }
  }

  private List<Consequence> statements() {
    List<Consequence> statements = new ArrayList<>();
    do {
      statements.add(statement());
    } while (!tokens.peek().is(Type.END));
    return List.copyOf(statements);
  }

  private Consequence statement() {
    Token first = tokens.next();
    if (first.is("decisions")) return propose(first);
    if (first.is("insertLogical")) return derive(first);
    throw Tokens.refuse(first, SHAPE);
  }

  private Derive derive(Token first) {
    String shape = "Write: insertLogical( new Segment( \"name\" ) );";
    for (String each : List.of("(", "new", "Segment", "(")) tokens.expect(each, shape);
    Token name = tokens.expect(Type.STRING, shape);
    for (String each : List.of(")", ")", ";")) tokens.expect(each, shape);
    return new Derive(name.text(), name.place(), first.place());
  }

  private Propose propose(Token first) {
    tokens.expect(".", SHAPE);
    Token verb = tokens.next();
    Kind kind = kind(verb);
    tokens.expect("(", SHAPE);
    Token action = tokens.expect(Type.STRING, "Write the action's id in quotes");
    tokens.expect(")", "A verb takes the action's id alone; .with( \"name\", value ) says more");
    Qualifiers qualifiers = new Qualifiers();
    while (tokens.take(".")) qualifier(tokens.next(), qualifiers);
    Token end = tokens.expect(";", "End the statement with a semicolon");
    if (qualifiers.because == null) {
      throw new Unreadable(end.place(), "\"because\" is missing. Write: .because( \"reason\" )");
    }
    return new Propose(
        kind,
        action.text(),
        qualifiers.because,
        qualifiers.with,
        qualifiers.weight == null ? 1 : qualifiers.weight,
        qualifiers.about,
        new Places(first.place(), verb.place(), action.place(), qualifiers.names));
  }

  private static Kind kind(Token token) {
    Optional<Kind> kind =
        Arrays.stream(Kind.values()).filter(each -> token.is(each.verb())).findFirst();
    return kind.orElseThrow(
        () ->
            Tokens.refuse(
                token,
                "Verbs: " + String.join(", ", VERBS) + "." + Nearest.maybe(token.text(), VERBS)));
  }

  /** What was said so far about one proposal. */
  private static final class Qualifiers {
    private @Nullable Text because;
    private final Map<String, Term> with = new LinkedHashMap<>();
    private final Map<String, Place> names = new LinkedHashMap<>();
    private @Nullable Double weight;
    private Term.@Nullable Variable about;
  }

  private void qualifier(Token name, Qualifiers so) {
    if (!name.is(Type.WORD) || !QUALIFIERS.contains(name.text())) {
      throw Tokens.refuse(
          name,
          "After a verb come: "
              + String.join(", ", QUALIFIERS)
              + "."
              + Nearest.maybe(name.text(), QUALIFIERS));
    }
    tokens.expect("(", "Write a value in parentheses after ." + name.text());
    switch (name.text()) {
      case "because" -> so.because = once(name, so.because, text());
      case "weight" -> so.weight = once(name, so.weight, weight());
      case "about" -> {
        Token variable =
            tokens.expect(Type.VARIABLE, "Write the item's variable: .about( $draft )");
        so.about = once(name, so.about, new Term.Variable(variable.text(), variable.place()));
      }
      default -> with(so);
    }
    tokens.expect(")", "Write ) after the value");
  }

  private static <T> T once(Token name, @Nullable T earlier, T value) {
    if (earlier == null) return value;
    throw Tokens.refuse(name, "Say it once per action");
  }

  private void with(Qualifiers so) {
    Token name = tokens.expect(Type.STRING, "Write: .with( \"name\", value )");
    tokens.expect(",", "Write: .with( \"name\", value )");
    if (so.names.put(name.text(), name.place()) != null) {
      throw Tokens.refuse(name, "Each name once per action");
    }
    so.with.put(name.text(), new TermReader(tokens).term());
  }

  private Text text() {
    Token first = tokens.peek();
    Term term = new TermReader(tokens).term();
    if (term instanceof Text text) return text;
    if (term instanceof Term.Words words) return new Text(List.of(words));
    throw Tokens.refuse(first, "A reason begins with words: .because( \"open for \" + $days )");
  }

  private double weight() {
    Token number = tokens.expect(Type.NUMBER, "Write a plain number: .weight( 1.5 )");
    double weight = Double.parseDouble(number.text());
    if (weight > 0 && weight <= 100) return weight;
    throw Tokens.refuse(number, "A weight is more than 0 and at most 100");
  }
}

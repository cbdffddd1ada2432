package dev.attune.engine.rule.drl;

import dev.attune.engine.rule.token.Token;
import dev.attune.engine.rule.token.Token.Type;
import dev.attune.engine.rule.token.Tokens;
import dev.attune.engine.rule.token.Unreadable;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The strict shape of a rules file, read before Drools' parser: package, import, global, then rules
 * of {@code rule "name" when … then … end} and nothing else.
 */
final class Outline {
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,128}$)[A-Za-z](?: ?[A-Za-z0-9_.,:'-])*");
  private static final String HEAD =
      "A file holds \"package\", \"import dev.attune.engine.fact.*\","
          + " \"global dev.attune.engine.action.Decisions decisions\" and rules";

  private final SourceText source;
  private final String useCase;
  private final Diagnostics diagnostics;
  private final Tokens tokens;
  private final List<RuleOutline> rules = new ArrayList<>();
  private boolean packaged;

  private Outline(SourceText source, String useCase, List<Token> tokens, Diagnostics diagnostics) {
    this.source = source;
    this.useCase = useCase;
    this.tokens = new Tokens(tokens);
    this.diagnostics = diagnostics;
  }

  static List<RuleOutline> read(
      SourceText source, String useCase, List<Token> tokens, Diagnostics diagnostics) {
    Outline outline = new Outline(source, useCase, tokens, diagnostics);
    outline.readAll();
    return List.copyOf(outline.rules);
  }

  private void readAll() {
    while (!tokens.peek().is(Type.END)) {
      try {
        readStatement();
      } catch (Unreadable e) {
        diagnostics.error(e.place(), "not-allowed", e.getMessage());
        skipToRule();
      }
    }
    if (packaged) return;
    diagnostics.error(
        new Place(source.file(), 1, 1), "package", "the file is to begin with: package " + useCase);
  }

  private void readStatement() {
    Token first = tokens.next();
    switch (first.text()) {
      case "package" -> readPackage();
      case "import" -> readPath(first, "dev.attune.engine.fact.*");
      case "global" -> {
        readPath(first, "dev.attune.engine.action.Decisions");
        tokens.expect("decisions", "Only one global is known: Decisions decisions");
        tokens.take(";");
      }
      case "rule" -> readRule(first);
      default -> throw Tokens.refuse(first, Refusals.outside(first.text(), HEAD));
    }
  }

  private void readPackage() {
    Token name = tokens.expect(Type.WORD, "Write: package " + useCase);
    packaged = true;
    boolean plain = name.text().equals(useCase) && !tokens.peek().is(".");
    if (!plain) {
      String message = "the package is to be the folder's name: package " + useCase;
      diagnostics.error(name.place(), "package", message);
      skipPath();
    }
    tokens.take(";");
  }

  private void readPath(Token statement, String allowed) {
    Token first = tokens.peek();
    StringBuilder path = new StringBuilder();
    while (path.length() < allowed.length()
        && (tokens.peek().is(Type.WORD) || tokens.peek().is(".") || tokens.peek().is("*"))) {
      path.append(tokens.next().text());
    }
    if (!path.toString().equals(allowed)) {
      throw Tokens.refuse(first, "Only one " + statement.text() + " is known: " + allowed);
    }
    tokens.take(";");
  }

  private void skipPath() {
    while (tokens.take(".")) tokens.next();
  }

  private void readRule(Token start) {
    Token name = tokens.next();
    if (!name.is(Type.STRING)) throw Tokens.refuse(name, "Write the rule's name in double quotes");
    if (!NAME.matcher(name.text()).matches()) {
      diagnostics.error(
          name.place(),
          "rule-name",
          "a rule's name is at most 128 letters, digits, single spaces and . , : ' _ - and begins"
              + " with a letter");
    }
    if (!tokens.peek().is("when")) {
      throw Tokens.refuse(tokens.peek(), Refusals.attribute(tokens.peek().text()));
    }
    Token then = skipTo("then", name);
    Token end = skipTo("end", name);
    rules.add(new RuleOutline(start, name, then, end));
  }

  /** The next such word, which must come before the next rule. */
  private Token skipTo(String word, Token rule) {
    while (true) {
      Token token = tokens.next();
      if (token.is(word)) return token;
      if (token.is("@")) throw Tokens.refuse(token, Refusals.attribute("@"));
      boolean over = token.is(Type.END) || token.is("rule");
      if (over || word.equals("then") && token.is("end")) {
        throw new Unreadable(
            token.place(),
            "rule \"" + rule.text() + "\" has no \"" + word + "\". Write it before this");
      }
    }
  }

  private void skipToRule() {
    while (!tokens.peek().is(Type.END) && !tokens.peek().is("rule")) tokens.next();
  }
}

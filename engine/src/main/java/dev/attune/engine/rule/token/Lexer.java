package dev.attune.engine.rule.token;

import dev.attune.engine.rule.token.Token.Type;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts rules into tokens and drops comments. Refuses what reads differently for a person and for a
 * compiler: other quotes and blanks, escapes other than the four plain ones, open strings and
 * comments.
 */
public final class Lexer {
  private static final List<String> LONG_SYMBOLS =
      List.of("==", "!=", "<=", ">=", "&&", "||", ":=", "->", "::", "++", "--", "[[", "]]");

  /** What other languages, word processors and web pages write for double quotes. */
  private static final String QUOTES = "'`´‘’‚“”„«»";

  private final SourceText source;
  private final String text;
  private final int until;
  private final Diagnostics diagnostics;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(SourceText source, int from, int until, Diagnostics diagnostics) {
    this.source = source;
    this.text = source.text();
    this.at = from;
    this.until = until;
    this.diagnostics = diagnostics;
  }

  /** All tokens of a file; the last is of type {@code END}. */
  public static List<Token> read(SourceText source, Diagnostics diagnostics) {
    return read(source, 0, source.text().length(), diagnostics);
  }

  /** The tokens of a part; the last is of type {@code END}. */
  public static List<Token> read(SourceText source, int from, int until, Diagnostics diagnostics) {
    Lexer lexer = new Lexer(source, from, until, diagnostics);
    lexer.readAll();
    return List.copyOf(lexer.tokens);
  }

  private void readAll() {
    while (at < until) {
      char c = text.charAt(at);
      if (isBlank(c)) at++;
      else if (c == '/' && next() == '/') skipLine();
      else if (c == '/' && next() == '*') skipComment();
      else if (c == '"') readString();
      else if (isDigit(c)) readNumber();
      else if (isLetter(c) || c == '$') readWord(c == '$' ? Type.VARIABLE : Type.WORD);
      else readSymbol();
    }
    tokens.add(new Token(Type.END, "", until, until, source.at(until)));
  }

  private void skipLine() {
    int start = at;
    at = end(text.indexOf('\n', at));
    refuseEscapes(start);
  }

  /** Java undoes escapes before it looks for comments: an escaped line end would end one. */
  private void refuseEscapes(int start) {
    int escape = text.substring(start, at).indexOf("\\u");
    if (escape < 0) return;
    error(start + escape, "escape", "escaped letters are not allowed. Write the letter itself");
  }

  private void skipComment() {
    int start = at;
    int close = text.indexOf("*/", at + 2);
    if (close < 0 || close + 2 > until) {
      error(at, "comment", "this comment has no end. Write */ after it");
      at = until;
    } else {
      at = close + 2;
    }
    refuseEscapes(start);
  }

  private void readString() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < until && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
    }
    if (at >= until || text.charAt(at) != '"') {
      error(start, "string", "this text has no end. Write \" after it, in the same line");
    } else {
      at++;
    }
    add(Type.STRING, value.toString(), start);
  }

  private char escaped() {
    char c = at + 1 < until ? text.charAt(at + 1) : ' ';
    int plain = "\"\\nt".indexOf(c);
    if (plain < 0) {
      error(
          at,
          "escape",
          "only \\\" \\\\ \\n and \\t may follow a backslash. Write the letter itself");
    }
    at = Math.min(until, at + 2);
    return plain < 0 ? '?' : "\"\\\n\t".charAt(plain);
  }

  private void readNumber() {
    int start = at;
    while (at < until && isDigit(text.charAt(at))) at++;
    boolean fraction = at + 1 < until && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
    if (fraction) {
      at++;
      while (at < until && isDigit(text.charAt(at))) at++;
    }
    int plainEnd = at;
    while (at < until && isLetter(text.charAt(at))) at++;
    if (at > plainEnd) {
      error(plainEnd, "number", "write numbers in plain digits, such as 3 or 1.5");
    }
    add(Type.NUMBER, text.substring(start, plainEnd), start);
  }

  private void readWord(Type type) {
    int start = at++;
    while (at < until && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) at++;
    add(type, text.substring(start, at), start);
  }

  private void readSymbol() {
    int start = at;
    char c = text.charAt(at);
    if (QUOTES.indexOf(c) >= 0) {
      error(at, "quotes", "text stands in double quotes: \"…\"");
    } else if (c == '\\') {
      error(at, "escape", "a backslash may only stand inside \"…\". Write the letter itself");
    } else if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
      String message = "this blank is another character (U+%04X). Write a plain blank";
      error(at, "blank", String.format(message, (int) c));
    } else if (c == '#' && source.line(source.lineOf(at)).strip().startsWith("#")) {
      error(at, "comment", "a comment begins with //");
    }
    String pair = text.substring(at, Math.min(until, at + 2));
    at += LONG_SYMBOLS.contains(pair) ? 2 : 1;
    add(Type.SYMBOL, text.substring(start, at), start);
  }

  private void add(Type type, String value, int start) {
    tokens.add(new Token(type, value, start, at, source.at(start)));
  }

  private void error(int offset, String code, String message) {
    diagnostics.error(source.at(offset), code, message);
  }

  private char next() {
    return at + 1 < until ? text.charAt(at + 1) : ' ';
  }

  private int end(int found) {
    return found < 0 || found > until ? until : found;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}

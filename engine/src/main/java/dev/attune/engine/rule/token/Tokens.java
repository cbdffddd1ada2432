package dev.attune.engine.rule.token;

import dev.attune.engine.rule.token.Token.Type;
import java.util.List;

/** A walk over tokens. Used by one thread. */
public final class Tokens {
  private final List<Token> tokens;
  private int at;

  /**
   * @param tokens the last is of type {@code END}
   */
  public Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  public Token peek() {
    return tokens.get(at);
  }

  /** The token so many places ahead; {@code END} beyond the last. */
  public Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  public Token next() {
    Token token = peek();
    if (!token.is(Type.END)) at++;
    return token;
  }

  public boolean take(String symbolOrWord) {
    if (!peek().is(symbolOrWord)) return false;
    next();
    return true;
  }

  /** Takes what must come next. */
  public Token expect(String symbolOrWord, String advice) {
    if (!peek().is(symbolOrWord)) throw refuse(peek(), advice);
    return next();
  }

  public Token expect(Type type, String advice) {
    if (!peek().is(type)) throw refuse(peek(), advice);
    return next();
  }

  /** {@code `x` is not allowed here. Advice}. */
  public static Unreadable refuse(Token token, String advice) {
    String problem =
        token.is(Type.END)
            ? "something is missing before this. "
            : token.shown() + " is not allowed here. ";
    return new Unreadable(token.place(), problem + advice);
  }
}

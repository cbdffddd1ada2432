package dev.attune.engine.rule.token;

import dev.attune.engine.text.Place;

/**
 * One word of a rule.
 *
 * @param text as written; for a {@code STRING} what stands between its quotes, escapes undone
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Token(Type type, String text, int start, int end, Place place) {
  private static final int LONGEST_SHOWN = 60;

  /** What a token is. */
  public enum Type {
    /** {@code role}. */
    WORD,
    /** {@code $days}. */
    VARIABLE,
    /** {@code "…"}. */
    STRING,
    /** {@code 3} or {@code 1.5}. */
    NUMBER,
    /** {@code ==}, {@code (} and the like, and any character that means nothing. */
    SYMBOL,
    /** After the last token. */
    END
  }

  public boolean is(String symbolOrWord) {
    return (type == Type.WORD || type == Type.SYMBOL) && text.equals(symbolOrWord);
  }

  public boolean is(Type wanted) {
    return type == wanted;
  }

  /** As an author would recognise it. */
  public String shown() {
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return type == Type.STRING ? "\"" + shown + "\"" : "`" + shown + "`";
  }
}

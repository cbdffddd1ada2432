package dev.attune.engine.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The gate in front of every parser: what passes is plain, bounded text that looks on the screen
 * the way it is read.
 */
public final class TextGate {
  /** Bytes. */
  public static final int MOST_BYTES = 1 << 20;

  /** What is said about a file of more. */
  public static final String TOO_LARGE = "the file is larger than 1 MiB. Split it";

  /** Characters of one line. */
  public static final int LONGEST_LINE = 2_000;

  private static final int MOST_REPORTED = 20;
  private static final int BYTE_ORDER_MARK = 0xfeff;

  /** Letters and marks that Unicode lets a screen leave out, and the blank of Braille. */
  private static final String SHAPELESS =
      "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";

  private TextGate() {}

  /** The text, with {@code \r\n} made {@code \n}; empty, with diagnostics, when refused. */
  public static Optional<SourceText> open(String file, byte[] bytes, Diagnostics diagnostics) {
    if (bytes.length > MOST_BYTES) {
      diagnostics.error(new Place(file, 1, 1), "too-large", TOO_LARGE);
      return Optional.empty();
    }
    Optional<SourceText> source = decode(file, bytes, diagnostics);
    return source.filter(text -> isPlain(text, diagnostics));
  }

  private static Optional<SourceText> decode(String file, byte[] bytes, Diagnostics diagnostics) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = decoder.decode(in).toString().replace("\r\n", "\n");
      return Optional.of(new SourceText(file, text));
    } catch (CharacterCodingException e) {
      String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      Place place = new SourceText(file, before).at(before.length());
      diagnostics.error(place, "not-utf-8", "this is not UTF-8. Save the file as UTF-8");
      return Optional.empty();
    }
  }

  private static boolean isPlain(SourceText source, Diagnostics diagnostics) {
    String text = source.text();
    int found = 0;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (!isHidden(c)) continue;
      String name = String.format("U+%04X", c);
      diagnostics.error(
          source.at(i),
          "hidden-character",
          i == 0 && c == BYTE_ORDER_MARK
              ? "the file begins with a byte order mark (U+FEFF). Save it as UTF-8 without one"
              : "the character " + name + " cannot be seen or changes how text reads. Delete it");
      if (++found == MOST_REPORTED) return false;
    }
    for (int line = 1; line <= source.lines(); line++) {
      if (source.line(line).length() <= LONGEST_LINE) continue;
      diagnostics.error(
          new Place(source.file(), line, LONGEST_LINE + 1),
          "long-line",
          "the line is longer than " + LONGEST_LINE + " characters. Break it");
      if (++found == MOST_REPORTED) return false;
    }
    return found == 0;
  }

  /**
   * Controls other than tab and line feed, direction marks, separators, letters without a shape,
   * and what is no character. Words of some languages and emoji need joiners and may have them.
   */
  private static boolean isHidden(int c) {
    if (c == '\t' || c == '\n') return false;
    if (c == '\u200c' || c == '\u200d' || c == '\ufe0e' || c == '\ufe0f') return false;
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || SHAPELESS.indexOf(c) >= 0
        || c >= 0xfe00 && c <= 0xfe0d
        || c >= 0xe0000 && c <= 0xe0fff
        || c >= 0xfdd0 && c <= 0xfdef
        || (c & 0xfffe) == 0xfffe;
  }
}

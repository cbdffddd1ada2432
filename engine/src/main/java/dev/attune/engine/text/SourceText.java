package dev.attune.engine.text;

import java.util.Arrays;

/**
 * An author's file as text, able to say where any of its characters stands.
 *
 * <p>Immutable.
 */
public final class SourceText {
  private final String file;
  private final String text;
  private final int[] lineStarts;

  /**
   * @param file as the author knows it
   */
  public SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts = starts(text);
  }

  public String file() {
    return file;
  }

  public String text() {
    return text;
  }

  /** The place of the character at this 0-based offset; the end of the text is a place too. */
  public Place at(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Place(file, line + 1, offset - lineStarts[line] + 1);
  }

  /** The text of a 1-based line without its end. */
  public String line(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : text.length();
    return text.substring(start, end).stripTrailing();
  }

  public int lines() {
    return lineStarts.length;
  }

  private static int[] starts(String text) {
    int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
    int line = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') starts[++line] = i + 1;
    }
    return starts;
  }
}

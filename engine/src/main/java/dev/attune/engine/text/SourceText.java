package dev.attune.engine.text;

import java.util.Arrays;
import java.util.List;

/**
 * An author's file as text, able to say where any of its characters stands. Text made out of
 * another file, such as a decision table, says where it was made from.
 *
 * <p>Immutable.
 */
public final class SourceText {
  private final String file;
  private final String text;
  private final int[] lineStarts;
  private final List<Place> madeFrom;

  /**
   * @param file as the author knows it
   */
  public SourceText(String file, String text) {
    this(file, text, List.of());
  }

  /**
   * Text made out of another file.
   *
   * @param madeFrom for each line the place it was made from; the last counts for all after it
   */
  public SourceText(String file, String text, List<Place> madeFrom) {
    this.file = file;
    this.text = text;
    this.madeFrom = List.copyOf(madeFrom);
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
    int line = lineOf(offset);
    return at(line, offset - lineStarts[line - 1] + 1);
  }

  /** The place of a 1-based line and column of this text. */
  public Place at(int line, int column) {
    return madeFrom.isEmpty()
        ? new Place(file, line, column)
        : madeFrom.get(Math.min(line, madeFrom.size()) - 1);
  }

  /** The 1-based line of the character at this 0-based offset. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
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

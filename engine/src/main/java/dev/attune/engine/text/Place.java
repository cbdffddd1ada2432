package dev.attune.engine.text;

/**
 * A place in an author's file.
 *
 * @param file path as the author knows it, relative to the rules folder, with forward slashes
 * @param line 1-based; 0 when the whole file is meant
 * @param column 1-based; 0 when the whole line is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  /**
   * A file's name may hold anything; what would break a line or colour a terminal is written out.
   */
  public Place {
    if (file.chars().anyMatch(Place::isHidden)) file = shown(file);
  }

  private static boolean isHidden(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT
        || character == '\u2028'
        || character == '\u2029';
  }

  private static String shown(String file) {
    StringBuilder shown = new StringBuilder();
    file.chars()
        .forEach(
            each -> {
              if (isHidden(each)) shown.append(String.format("\\u%04x", each));
              else shown.append((char) each);
            });
    return shown.toString();
  }

  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) return byFile;
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}, the form editors and terminals turn into a link. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}

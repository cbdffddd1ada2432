package dev.attune.engine.rule.table;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as RFC 4180 has them: a cell with commas or quotes stands in double
 * quotes, and a quote inside it is doubled. Cells keep to one line; empty lines and lines that
 * begin with {@code #} are skipped.
 */
final class Csv {
  private final SourceText source;
  private final Diagnostics diagnostics;

  Csv(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int line = 1; line <= source.lines(); line++) {
      String text = source.line(line);
      if (!text.isBlank() && !text.startsWith("#")) rows.add(cells(text, line));
    }
    return rows;
  }

  private List<Cell> cells(String text, int line) {
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int start = skipSpaces(text, at);
      boolean quoted = start < text.length() && text.charAt(start) == '"';
      int end = quoted ? endOfQuoted(text, start) : endOfPlain(text, start);
      String cell = quoted ? unquoted(text, start, end) : text.substring(start, end).strip();
      if (quoted && end > text.length()) {
        String message =
            "this cell has no end in its line. Close it with \", and break no line in it";
        diagnostics.error(source.at(line, start + 1), "csv", message);
      } else if (quoted && !unquotedRest(text, end).isEmpty()) {
        diagnostics.error(
            source.at(line, start + 1),
            "csv",
            "this cell is not closed well. Double the quotes inside it and close it with one");
      }
      cells.add(new Cell(cell, source.at(line, start + 1)));
      at = endOfPlain(text, Math.min(end, text.length())) + 1;
    }
    return cells;
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
    return at;
  }

  private static int endOfPlain(String text, int from) {
    int comma = text.indexOf(',', from);
    return comma < 0 ? text.length() : comma;
  }

  /** The offset after the closing quote; beyond the text when there is none. */
  private static int endOfQuoted(String text, int start) {
    int at = start + 1;
    while (at < text.length()) {
      if (text.charAt(at) != '"') at++;
      else if (at + 1 < text.length() && text.charAt(at + 1) == '"') at += 2;
      else return at + 1;
    }
    return text.length() + 1;
  }

  private static String unquoted(String text, int start, int end) {
    return text.substring(start + 1, Math.max(start + 1, end - 1)).replace("\"\"", "\"").strip();
  }

  private static String unquotedRest(String text, int end) {
    return text.substring(end, endOfPlain(text, end)).strip();
  }
}

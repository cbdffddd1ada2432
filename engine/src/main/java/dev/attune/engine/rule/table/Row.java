package dev.attune.engine.rule.table;

import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.table.Column.Use;
import dev.attune.engine.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes one row as a rule. Whatever stands in a cell is written as a value, never as code. */
final class Row {
  private static final Pattern BARE =
      Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,6})?|true|false|null");
  private static final String SEPARATOR = "\\|";

  private final List<Column> columns;
  private final List<Cell> cells;
  private final Lines lines;

  Row(List<Column> columns, List<Cell> cells, Lines lines) {
    this.columns = columns;
    this.cells = cells;
    this.lines = lines;
  }

  void write() {
    Cell name = cell(Use.RULE);
    Cell intent = cell(Use.INTENT);
    if (!intent.isEmpty()) lines.add(intent.place(), "// " + intent.text().replace('\\', '/'));
    lines.add(name.place(), "rule " + quoted(name.text()));
    lines.add(name.place(), "when");
    conditions().forEach(this::writeCondition);
    lines.add(name.place(), "then");
    for (int i = 0; i < columns.size(); i++) writeConsequence(columns.get(i), cells.get(i));
    lines.add(name.place(), "end");
  }

  /** The columns that say something in this row, those about one fact together. */
  private Map<String, List<Integer>> conditions() {
    Map<String, List<Integer>> byFact = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.use() != Use.CONDITION || cells.get(i).isEmpty()) continue;
      String fact = column.fact() + " " + column.key();
      byFact.computeIfAbsent(fact, key -> new ArrayList<>()).add(i);
    }
    return byFact;
  }

  private void writeCondition(String fact, List<Integer> indexes) {
    Column first = columns.get(indexes.get(0));
    Place head = first.head().place();
    boolean absent = indexes.stream().anyMatch(this::isAbsent);
    lines.add(cells.get(indexes.get(0)).place(), (absent ? "not " : "") + word(first.fact()) + "(");
    List<String> constraints = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    if (!first.key().isEmpty()) {
      constraints.add(key(first.fact()) + " == " + quoted(first.key()));
      places.add(head);
    }
    for (int i : indexes) {
      if (columns.get(i).property().isEmpty()) continue;
      constraints.add(constraint(columns.get(i), cells.get(i)));
      places.add(cells.get(i).place());
    }
    for (int i = 0; i < constraints.size(); i++) {
      lines.add(places.get(i), constraints.get(i) + (i + 1 < constraints.size() ? "," : ""));
    }
    lines.add(head, ")");
  }

  private boolean isAbsent(int index) {
    return columns.get(index).property().isEmpty() && cells.get(index).text().equals("no");
  }

  private static String constraint(Column column, Cell cell) {
    String left = column.property() + " " + column.operator() + " ";
    if (!column.operator().endsWith("in") || column.operator().endsWith("contains")) {
      return left + value(cell.text());
    }
    List<String> values = new ArrayList<>();
    for (String each : cell.text().split(SEPARATOR)) values.add(value(each.strip()));
    return left + "( " + String.join(", ", values) + " )";
  }

  private void writeConsequence(Column column, Cell cell) {
    if (cell.isEmpty()) return;
    Place place = cell.place();
    if (column.use() == Use.SEGMENT) {
      lines.add(place, "insertLogical( new Segment( " + quoted(cell.text()) + " ) );");
    } else if (column.use() == Use.ACTION) {
      lines.add(place, "decisions." + column.key() + "( " + quoted(cell.text()) + " )");
      qualifiers();
      lines.add(place, ";");
    }
  }

  private void qualifiers() {
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = cells.get(i);
      if (cell.isEmpty()) continue;
      switch (columns.get(i).use()) {
        case BECAUSE -> lines.add(cell.place(), ".because( " + quoted(cell.text()) + " )");
        case WEIGHT -> lines.add(cell.place(), ".weight( " + value(cell.text()) + " )");
        case WITH ->
            lines.add(
                cell.place(),
                ".with( " + quoted(columns.get(i).key()) + ", " + value(cell.text()) + " )");
        case RULE, INTENT, CONDITION, ACTION, SEGMENT -> {}
      }
    }
  }

  private Cell cell(Use use) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).use() == use) return cells.get(i);
    }
    return new Cell("", cells.get(0).place());
  }

  private static String word(@Nullable FactType fact) {
    return fact == null ? "" : fact.word();
  }

  /** The property that says which event, feature, action or kind a fact is about. */
  private static String key(@Nullable FactType fact) {
    if (fact == FactType.ACTIVITY) return "event";
    if (fact == FactType.EXPOSURE) return "action";
    return fact == FactType.ITEM ? "kind" : "name";
  }

  private static String value(String text) {
    return BARE.matcher(text).matches() ? text : quoted(text);
  }

  /** A value in extra quotes stays text, even if it looks like a number. */
  private static String quoted(String text) {
    boolean inQuotes = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    String plain = inQuotes ? text.substring(1, text.length() - 1) : text;
    return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

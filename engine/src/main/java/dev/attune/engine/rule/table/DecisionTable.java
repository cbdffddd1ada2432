package dev.attune.engine.rule.table;

import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.table.Column.Use;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table of rules: the first row binds its columns to conditions and actions, every other row is a
 * rule. It is written out as DRL, a line for each cell, so that whatever is said about a line is
 * said at the cell it came from.
 */
public final class DecisionTable {
  private static final int MOST_ROWS = 1_000;
  private static final Set<Use> DEEDS = Set.of(Use.ACTION, Use.SEGMENT);
  private static final Set<String> PRESENCE = Set.of("yes", "no", "");

  private final SourceText source;
  private final String useCase;
  private final Properties properties;
  private final Diagnostics diagnostics;

  public DecisionTable(
      SourceText source, String useCase, Properties properties, Diagnostics diagnostics) {
    this.source = source;
    this.useCase = useCase;
    this.properties = properties;
    this.diagnostics = diagnostics;
  }

  /** The DRL it stands for; empty, with diagnostics, when it is no table of rules. */
  public Optional<SourceText> toDrl() {
    Diagnostics own = new Diagnostics();
    List<List<Cell>> rows = new Csv(source, own).rows();
    boolean cut = !own.hasErrors();
    if (!rows.isEmpty() && isCutElsewhere(rows.get(0), own)) {
      diagnostics.addAll(own.sorted());
      return Optional.empty();
    }
    List<Column> columns = rows.isEmpty() ? List.of() : columns(rows.get(0), own);
    require(columns, Use.RULE, "rule", own);
    // Where a cell has no end nobody knows how many there are.
    if (cut) checkSize(rows, own);
    if (!own.hasErrors()) {
      checkPresence(columns, rows, own);
      checkDeed(columns, rows, own);
    }
    diagnostics.addAll(own.sorted());
    return own.hasErrors() ? Optional.empty() : Optional.of(written(columns, rows));
  }

  /** Spreadsheets of some countries write semicolons, and some tabs. */
  private static boolean isCutElsewhere(List<Cell> head, Diagnostics own) {
    Cell first = head.get(0);
    boolean cut = head.size() == 1 && (first.text().contains(";") || first.text().contains("\t"));
    if (cut) {
      String message = "columns are separated by commas. Save the table as CSV with commas";
      own.error(first.place(), "csv", message);
    }
    return cut;
  }

  private List<Column> columns(List<Cell> heads, Diagnostics own) {
    List<Column> columns = new ArrayList<>();
    for (Cell head : heads) Column.of(head, properties, own).ifPresent(columns::add);
    return columns;
  }

  private void require(List<Column> columns, Use use, String head, Diagnostics own) {
    List<Column> found = columns.stream().filter(each -> each.use() == use).toList();
    if (found.size() == 1) return;
    Place place = found.isEmpty() ? new Place(source.file(), 1, 1) : found.get(1).head().place();
    own.error(place, "column", "the table is to have one column \"" + head + "\"");
  }

  private void checkSize(List<List<Cell>> rows, Diagnostics own) {
    if (rows.size() > MOST_ROWS) {
      Place place = rows.get(MOST_ROWS).get(0).place();
      own.error(
          place, "too-large", "more than " + MOST_ROWS + " rows. Split the table before this");
    }
    for (List<Cell> row : rows) {
      if (row.size() == rows.get(0).size()) continue;
      own.error(
          row.get(row.size() - 1).place(),
          "csv",
          "the row has "
              + row.size()
              + " cells, and the head "
              + rows.get(0).size()
              + ". Quote a cell that holds a comma");
    }
  }

  /** A column without a comparison asks whether the fact is there at all. */
  private void checkPresence(List<Column> columns, List<List<Cell>> rows, Diagnostics own) {
    for (List<Cell> row : rows.subList(1, rows.size())) {
      for (int i = 0; i < columns.size(); i++) {
        Cell cell = row.get(i);
        boolean presence =
            columns.get(i).use() == Use.CONDITION && columns.get(i).property().isEmpty();
        if (!presence || PRESENCE.contains(cell.text())) continue;
        own.error(cell.place(), "cell", "\"" + cell.text() + "\" is not yes or no");
      }
    }
  }

  /** A row does something, and says why when somebody sees it. */
  private void checkDeed(List<Column> columns, List<List<Cell>> rows, Diagnostics own) {
    for (List<Cell> row : rows.subList(1, rows.size())) {
      List<Cell> actions = filled(Use.ACTION, columns, row);
      if (actions.isEmpty() && filled(Use.SEGMENT, columns, row).isEmpty()) {
        own.error(
            blank(DEEDS, columns, row),
            "cell",
            "the row does nothing. Fill in a cell below a verb such as nudge or, in the folder"
                + " shared, below segment");
      } else if (!actions.isEmpty() && filled(Use.BECAUSE, columns, row).isEmpty()) {
        own.error(
            blank(Set.of(Use.BECAUSE), columns, row),
            "cell",
            "the row says no reason. Fill in a cell below because");
      }
    }
  }

  private static List<Cell> filled(Use use, List<Column> columns, List<Cell> row) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).use() == use && !row.get(i).isEmpty())
        .mapToObj(row::get)
        .toList();
  }

  /** The cell that is to be filled in; the row's first when it has no such column. */
  private static Place blank(Set<Use> uses, List<Column> columns, List<Cell> row) {
    return IntStream.range(0, columns.size())
        .filter(i -> uses.contains(columns.get(i).use()))
        .mapToObj(row::get)
        .findFirst()
        .orElse(row.get(0))
        .place();
  }

  private SourceText written(List<Column> columns, List<List<Cell>> rows) {
    Lines lines = new Lines();
    Place head = rows.get(0).get(0).place();
    lines.add(head, "package " + useCase);
    lines.add(head, "import dev.attune.engine.fact.*");
    lines.add(head, "global dev.attune.engine.action.Decisions decisions");
    for (List<Cell> row : rows.subList(1, rows.size())) new Row(columns, row, lines).write();
    return lines.toSource(source.file());
  }
}

package dev.attune.engine.scenario;

import dev.attune.engine.text.YamlTree;
import dev.attune.engine.text.YamlTree.Entry;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.text.YamlTree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the table form into plain scenarios, one for each row. A column is a key of a scenario,
 * e.g. {@code decides}, or a path into what is given, e.g. {@code profile.plan} or {@code
 * features.comments.adopted}, or into the visit, e.g. {@code visit.device}.
 */
final class TableRows {
  private final Checks checks;

  TableRows(Checks checks) {
    this.checks = checks;
  }

  List<Mapping> of(Mapping table) {
    List<YamlTree> columns = checks.items(table, "columns");
    List<Mapping> rows = new ArrayList<>();
    for (YamlTree tree : checks.items(table, "rows")) {
      if (!(tree instanceof Sequence row) || row.items().size() != columns.size())
        checks.wrongType(
            tree, "rows", "a list with " + columns.size() + " cells, as many as columns");
      else rows.add(row(table, columns, row, rows.size() + 1));
    }
    return rows;
  }

  private Mapping row(Mapping table, List<YamlTree> columns, Sequence row, int number) {
    Mapping scenario = without(table, List.of("columns", "rows"));
    for (int i = 0; i < columns.size(); i++) {
      YamlTree cell = row.items().get(i);
      if (columns.get(i) instanceof Scalar column)
        scenario = with(scenario, path(column.text()), cell);
      else checks.wrongType(columns.get(i), "columns", "a list of names");
    }
    if (Checks.value(table, "name") instanceof Scalar name) {
      Scalar numbered = new Scalar(name.text() + " (" + number + ")", false, row.place());
      scenario = with(scenario, List.of("name"), numbered);
    }
    return new Mapping(scenario.entries(), row.place());
  }

  /**
   * {@code activity.document.created} has three parts: the names of events have dots themselves.
   */
  private static List<String> path(String column) {
    int dot = column.indexOf('.');
    if (dot < 0) return List.of(column);
    String section = column.substring(0, dot);
    String name = column.substring(dot + 1);
    if (section.equals("visit")) return List.of(section, name);
    int last = name.lastIndexOf('.');
    return section.equals("features") && last > 0
        ? List.of("given", section, name.substring(0, last), name.substring(last + 1))
        : List.of("given", section, name);
  }

  private static Mapping without(Mapping mapping, List<String> keys) {
    Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
    entries.keySet().removeAll(keys);
    return new Mapping(entries, mapping.place());
  }

  private static Mapping with(Mapping mapping, List<String> path, YamlTree value) {
    Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
    String key = path.get(0);
    YamlTree placed = value;
    if (path.size() > 1) {
      Entry before = entries.get(key);
      Mapping nested =
          before != null && before.value() instanceof Mapping inner
              ? inner
              : new Mapping(Map.of(), value.place());
      placed = with(nested, path.subList(1, path.size()), value);
    }
    entries.put(key, new Entry(value.place(), placed));
    return new Mapping(entries, mapping.place());
  }
}

package dev.attune.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The checked-in table of operation and identity; the only thing that grants access. Immutable. */
public final class AccessTable {
  private final Map<Operation, Map<Identity, Access>> rows;

  private AccessTable(Map<Operation, Map<Identity, Access>> rows) {
    this.rows = rows;
  }

  public Access of(Operation operation, Identity identity) {
    return Objects.requireNonNull(rows.get(operation)).getOrDefault(identity, Access.NO);
  }

  /** Reads {@code access.csv}; a missing or unknown row is a bug. */
  public static AccessTable load() {
    List<String> lines = resource().lines().toList();
    List<Identity> columns =
        List.of(lines.get(0).split(",", -1)).stream()
            .skip(1)
            .map(name -> Identity.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList();
    Map<Operation, Map<Identity, Access>> rows = new EnumMap<>(Operation.class);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<Identity, Access> row = new EnumMap<>(Identity.class);
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), Access.valueOf(cells[i + 1].toUpperCase(Locale.ROOT)));
      }
      rows.put(Operation.valueOf(cells[0].toUpperCase(Locale.ROOT).replace('-', '_')), row);
    }
    for (Operation operation : Operation.values()) {
      if (!rows.containsKey(operation)) {
        throw new IllegalStateException("access.csv has no row for " + operation.wire());
      }
    }
    return new AccessTable(rows);
  }

  private static String resource() {
    try (InputStream csv = AccessTable.class.getResourceAsStream("access.csv")) {
      return new String(
          Objects.requireNonNull(csv, "access.csv").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

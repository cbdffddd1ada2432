package dev.attune.engine.text;

import dev.attune.engine.text.Diagnostic.Severity;
import java.util.List;
import java.util.TreeSet;

/** Gathers diagnostics, so that an author sees all of them at once. Used by one thread. */
public final class Diagnostics {
  private final TreeSet<Diagnostic> gathered = new TreeSet<>();

  public void error(Place place, String code, String message) {
    gathered.add(new Diagnostic(place, Severity.ERROR, code, message));
  }

  public void warning(Place place, String code, String message) {
    gathered.add(new Diagnostic(place, Severity.WARNING, code, message));
  }

  public void addAll(Iterable<Diagnostic> others) {
    others.forEach(gathered::add);
  }

  public boolean hasErrors() {
    return gathered.stream().anyMatch(Diagnostic::isError);
  }

  /** All of them, by file, line and column. */
  public List<Diagnostic> sorted() {
    return List.copyOf(gathered);
  }
}

package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import dev.attune.engine.text.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with one body while it is read. Used by one thread. */
final class Faults {
  private static final int MOST = 20;

  private final List<Fault> gathered = new ArrayList<>();

  void add(String pointer, String detail) {
    if (gathered.size() < MOST) gathered.add(new Fault(pointer, detail));
  }

  /** A fault at the value the parser stands on. */
  void here(JsonParser json, String detail) {
    add(json.getParsingContext().pathAsPointer().toString(), detail);
  }

  /** A member nobody takes; skips its value. */
  void unknown(JsonParser json, String name, Collection<String> known) throws IOException {
    JsonPointer pointer = json.getParsingContext().pathAsPointer();
    add(pointer.toString(), "unknown member \"" + name + "\"." + Nearest.maybe(name, known));
    json.nextToken();
    json.skipChildren();
  }

  boolean isEmpty() {
    return gathered.isEmpty();
  }

  /** Null when nothing is wrong. */
  @Nullable Problem problem() {
    return gathered.isEmpty() ? null : Problem.invalid(List.copyOf(gathered));
  }
}

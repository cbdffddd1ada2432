package dev.attune.engine.health.check;

import dev.attune.engine.event.Undeclared;
import dev.attune.engine.event.Undeclared.Part;
import dev.attune.engine.health.Observed;
import dev.attune.engine.text.Nearest;
import java.util.List;
import java.util.Optional;

/** Which undeclared name apps may send in place of a declared one. */
final class Renamed {
  private Renamed() {}

  /** The rest of a sentence; empty when nothing undeclared comes. */
  static String words(String fact, Observed observed) {
    String name = fact.substring(fact.indexOf('.') + 1);
    Part part = fact.startsWith("event.") ? Part.EVENT : Part.TRAIT;
    List<Undeclared.Name> candidates =
        observed.undeclared().stream().filter(each -> each.part() == part).toList();
    List<String> names = candidates.stream().map(Undeclared.Name::name).toList();
    Optional<String> nearest = Nearest.name(name, names);
    return candidates.stream()
        .filter(each -> nearest.isEmpty() || each.name().equals(nearest.get()))
        .findFirst()
        .map(
            each ->
                "; apps send \""
                    + each.name()
                    + "\" ("
                    + each.count()
                    + " times), which the vocabulary does not know")
        .orElse("");
  }
}

package dev.attune.engine.action;

import dev.attune.engine.text.Section;
import java.util.regex.Pattern;

/** How actions, placements and budgets may be called: these names reach keys, URLs and metrics. */
final class ActionNames {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*");

  private ActionNames() {}

  static void check(String name, String what, Section section) {
    if (name.length() <= 64 && NAME.matcher(name).matches()) return;
    section.error(
        section.place(),
        "name",
        "\""
            + name
            + "\" is no name of a "
            + what
            + ". Write lower-case words joined by dots or hyphens, at most 64 letters");
  }
}

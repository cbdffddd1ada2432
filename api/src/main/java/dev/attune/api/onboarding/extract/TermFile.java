package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a word list: {@code [value]} opens a section, entries stand between commas or line ends,
 * {@code #} starts a comment.
 */
final class TermFile {
  private TermFile() {}

  /** The entries by section, in the file's order. */
  static Map<String, List<String>> sections(String text) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String content = line.replaceFirst("(^|\\s)#.*", "").strip();
      if (content.startsWith("[") && content.endsWith("]")) {
        String name = content.substring(1, content.length() - 1);
        section = sections.computeIfAbsent(name, ignored -> new ArrayList<>());
      } else {
        for (String entry : content.split(",")) {
          if (!entry.isBlank()) section.add(entry.strip());
        }
      }
    }
    return sections;
  }

  static List<Term> terms(String text, String kind, Form form) {
    List<Term> terms = new ArrayList<>();
    sections(text)
        .forEach(
            (value, entries) ->
                entries.forEach(entry -> terms.add(Term.of(value, kind, entry, form))));
    return terms;
  }
}

package dev.attune.api.onboarding.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields the extractor fills, and how people speak about them. */
final class Fields {
  static final List<String> ALL =
      List.of("role", "goals", "industry", "experience", "yearsExperience", "teamSize");

  private Fields() {}

  /** The fields named in so many words: "my team size" names {@code teamSize}. */
  static Set<String> named(List<Clause> clauses) {
    Set<String> named = new LinkedHashSet<>();
    for (Clause clause : clauses) {
      for (String field : ALL) {
        if (isNamed(clause, field)) named.add(field);
      }
      if (clause.hasCue("about-everything")) named.addAll(ALL);
    }
    return named;
  }

  /** The fields named in fewer words, where it is clear that a field is meant: "drop the years". */
  static Set<String> pointedAt(Clause clause) {
    return ALL.stream()
        .filter(field -> clause.hasCue("names-" + field))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** "My company", but not "my company's size". */
  static boolean isNamed(Clause clause, String field) {
    return clause.cues().stream()
        .filter(it -> it.value().equals("about-" + field))
        .anyMatch(it -> it.to() == clause.size() || !clause.word(it.to()).is("'s"));
  }
}

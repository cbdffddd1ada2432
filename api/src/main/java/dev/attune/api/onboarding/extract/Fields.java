package dev.attune.api.onboarding.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        if (clause.hasCue("about-" + field)) named.add(field);
      }
      if (clause.hasCue("about-everything")) named.addAll(ALL);
    }
    return named;
  }
}

package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Composes job titles out of fields of work and positions: "logistics" and "coordinator" give
 * "logistics coordinator", "head of" and "finance" give "head of finance".
 */
final class JobTitles {
  private JobTitles() {}

  /**
   * @param listed what is in a list already keeps its meaning
   */
  static List<Term> composed(Pack pack, Language language, List<Term> fields, List<Term> listed) {
    Map<String, List<String>> positions = pack.sections(language, "positions");
    Set<List<String>> known = new HashSet<>();
    listed.forEach(term -> known.add(term.words()));
    List<Term> titles = new ArrayList<>();
    for (Term field : fields) {
      for (String position : positions.getOrDefault("after", List.of())) {
        titles.add(title(field, field.spelled() + " " + position));
      }
      for (String position : positions.getOrDefault("before", List.of())) {
        titles.add(title(field, position + " " + field.spelled()));
      }
    }
    titles.removeIf(title -> !known.add(title.words()));
    return titles;
  }

  private static Term title(Term field, String words) {
    return Term.of(field.value(), "titles", words, field.form());
  }
}

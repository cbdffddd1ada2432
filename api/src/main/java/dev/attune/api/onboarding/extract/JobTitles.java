package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Composes job titles out of fields of work and positions: "logistics" and "coordinator" give
 * "logistics coordinator", "head" and "finance" give "head of finance".
 */
final class JobTitles {
  private JobTitles() {}

  static List<Term> composed(Pack pack, List<Term> fields) {
    Map<String, List<String>> positions = pack.sections(Language.EN, "positions");
    List<Term> titles = new ArrayList<>();
    for (Term field : fields) {
      String words = String.join(" ", field.words());
      for (String position : positions.getOrDefault("after", List.of())) {
        titles.add(Term.of(field.value(), "titles", words + " " + position, Form.SINGULAR));
      }
      for (String position : positions.getOrDefault("before", List.of())) {
        titles.add(Term.of(field.value(), "titles", position + " " + words, Form.SINGULAR));
      }
    }
    return titles;
  }
}

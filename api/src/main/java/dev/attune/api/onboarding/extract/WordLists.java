package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * The word lists one message is read with.
 *
 * @param cues what steers reading rather than naming a value
 */
record WordLists(
    Lexicon roles,
    Lexicon industries,
    Lexicon goals,
    Lexicon traces,
    Lexicon experience,
    Lexicon cues,
    Numbers numbers) {

  /** The lists of several languages as one. */
  static WordLists of(List<LanguageTerms> languages) {
    return of(languages, languages);
  }

  /** One language's lists with the names of jobs, fields and goals of another. */
  static WordLists of(LanguageTerms own, LanguageTerms lender) {
    return of(List.of(own, lender.names()), List.of(own));
  }

  private static WordLists of(List<LanguageTerms> names, List<LanguageTerms> grammar) {
    List<TermIndex> roles = new ArrayList<>();
    List<TermIndex> industries = new ArrayList<>();
    List<TermIndex> goals = new ArrayList<>();
    List<TermIndex> traces = new ArrayList<>();
    List<TermIndex> experience = new ArrayList<>();
    List<TermIndex> cues = new ArrayList<>();
    for (LanguageTerms language : names) {
      roles.addAll(language.roles());
      industries.addAll(language.industries());
      goals.addAll(language.goals());
    }
    for (LanguageTerms language : grammar) {
      traces.addAll(language.traces());
      experience.addAll(language.experience());
      cues.addAll(language.cues());
    }
    return new WordLists(
        new Lexicon(roles),
        new Lexicon(industries),
        new Lexicon(goals),
        new Lexicon(traces),
        new Lexicon(experience),
        new Lexicon(cues),
        Numbers.joined(grammar.stream().map(LanguageTerms::numbers).toList()));
  }
}

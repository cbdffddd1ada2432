package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One language's lists, indexed; what people are called stands apart from what they do. */
record LanguageTerms(
    List<TermIndex> roles,
    TermIndex lentJobs,
    List<TermIndex> industries,
    List<TermIndex> goals,
    List<TermIndex> traces,
    List<TermIndex> experience,
    List<TermIndex> cues,
    Numbers numbers) {

  /**
   * @param words takes every word of the lists, as written in them
   */
  static LanguageTerms read(Pack pack, Language language, Set<String> words) {
    boolean english = language == Language.EN;
    Form names = english ? Form.SINGULAR : Form.INFLECTED;
    Form deeds = english ? Form.STEM : Form.INFLECTED;
    List<Term> titles = new ArrayList<>(pack.terms(language, "role", "titles", names));
    titles.addAll(pack.terms(language, "role", "others", names));
    List<Term> fields = pack.terms(language, "role", "fields", names);
    titles.addAll(fields);
    titles.addAll(JobTitles.composed(pack, language, fields, titles));
    List<Term> duties = pack.terms(language, "role", "duties", deeds);
    List<Term> traces = pack.terms(language, "role", "traces", deeds);
    List<Term> businesses = pack.terms(language, "industry", "fields", names);
    List<Term> trades = pack.terms(language, "industry", "duties", deeds);
    List<Term> needs = pack.terms(language, "goals", "needs", deeds);
    List<Term> answers = pack.terms(language, "goals", "answers", deeds);
    List<Term> levels = pack.terms(language, "experience", "levels", Form.EXACT);
    List<Term> cues = pack.terms(language, "scope", "cues", Form.EXACT);
    for (List<Term> list :
        List.of(titles, duties, traces, businesses, trades, needs, answers, levels, cues)) {
      list.forEach(term -> words.addAll(term.written()));
    }
    return new LanguageTerms(
        List.of(new TermIndex(titles), new TermIndex(duties)),
        new TermIndex(titles.stream().filter(LanguageTerms::isLent).toList()),
        List.of(new TermIndex(businesses), new TermIndex(trades)),
        List.of(new TermIndex(needs), new TermIndex(answers)),
        List.of(new TermIndex(traces)),
        List.of(new TermIndex(levels)),
        List.of(new TermIndex(cues)),
        Numbers.read(pack, language));
  }

  /** A "PA" or "PO" of two letters is mostly a small word elsewhere. */
  private static boolean isLent(Term term) {
    return !term.kind().equals("titles")
        || term.words().size() > 1
        || term.words().get(0).length() > 2;
  }

  /** What other languages borrow. */
  LanguageTerms names() {
    return new LanguageTerms(
        List.of(lentJobs),
        lentJobs,
        industries.subList(0, 1),
        goals,
        List.of(),
        List.of(),
        List.of(),
        numbers);
  }
}

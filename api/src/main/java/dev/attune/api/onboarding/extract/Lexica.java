package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every language's word lists. A language borrows the English names of jobs, fields and tools. */
final class Lexica {
  private final Map<Language, WordLists> byLanguage = new EnumMap<>(Language.class);
  private final WordLists anyLanguage;
  private final Set<String> englishWords = new HashSet<>();

  Lexica(Pack pack) {
    Terms english = Terms.english(pack);
    Terms all = new Terms();
    for (Language language : Language.values()) {
      Terms own = language == Language.EN ? english : Terms.of(pack, language);
      all.add(own);
      byLanguage.put(
          language, (language == Language.EN ? own : own.borrowingFrom(english)).lists());
    }
    anyLanguage = all.lists();
    english.collectWords(englishWords);
  }

  WordLists of(Language language) {
    return byLanguage.getOrDefault(language, anyLanguage);
  }

  /** For words too few to tell their language. */
  WordLists ofAnyLanguage() {
    return anyLanguage;
  }

  /** Every word of the English lists, as written in them. */
  Set<String> englishWords() {
    return englishWords;
  }

  /** The terms of one language by what they speak of. */
  private record Terms(
      List<Term> roles,
      List<Term> industries,
      List<Term> goals,
      List<Term> experience,
      List<Term> cues) {

    Terms() {
      this(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    static Terms english(Pack pack) {
      Terms terms = read(pack, Language.EN, Form.SINGULAR, Form.STEM);
      List<Term> fields = terms.roles.stream().filter(term -> term.kind().equals("fields")).toList();
      terms.roles.addAll(JobTitles.composed(pack, fields));
      return terms;
    }

    static Terms of(Pack pack, Language language) {
      return read(pack, language, Form.EXACT, Form.EXACT);
    }

    private static Terms read(Pack pack, Language language, Form names, Form deeds) {
      Terms terms = new Terms();
      terms.roles.addAll(pack.terms(language, "role", "titles", names));
      terms.roles.addAll(pack.terms(language, "role", "others", names));
      terms.roles.addAll(pack.terms(language, "role", "fields", names));
      terms.roles.addAll(pack.terms(language, "role", "duties", deeds));
      terms.industries.addAll(pack.terms(language, "industry", "fields", names));
      terms.industries.addAll(pack.terms(language, "industry", "duties", deeds));
      terms.goals.addAll(pack.terms(language, "goals", "needs", deeds));
      terms.experience.addAll(pack.terms(language, "experience", "levels", Form.EXACT));
      terms.cues.addAll(pack.terms(language, "scope", "cues", Form.EXACT));
      return terms;
    }

    void add(Terms more) {
      roles.addAll(more.roles);
      industries.addAll(more.industries);
      goals.addAll(more.goals);
      experience.addAll(more.experience);
      cues.addAll(more.cues);
    }

    Terms borrowingFrom(Terms english) {
      Terms terms = new Terms();
      terms.add(this);
      english.roles.stream().filter(term -> !term.kind().equals("duties")).forEach(terms.roles::add);
      terms.industries.addAll(english.industries);
      terms.goals.addAll(english.goals);
      return terms;
    }

    WordLists lists() {
      return new WordLists(
          new Lexicon(roles),
          new Lexicon(industries),
          new Lexicon(goals),
          new Lexicon(experience),
          new Lexicon(cues));
    }

    void collectWords(Set<String> words) {
      for (List<Term> terms : List.of(roles, industries, goals, experience, cues)) {
        terms.forEach(term -> words.addAll(term.written()));
      }
    }
  }
}

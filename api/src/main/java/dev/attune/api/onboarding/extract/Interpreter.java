package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.ConversationState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a message apart: own words, language, spelling, clauses and what each of them is about. */
final class Interpreter {
  private static final int TELLING = 5;
  private static final int TELLING_LETTERS = 4;

  private final Lexica lexica;
  private final LanguageGuess languages;
  private final Spelling spelling;
  private final ClauseSplitter splitter;

  Interpreter(Pack pack) {
    lexica = new Lexica(pack);
    languages = new LanguageGuess(pack);
    splitter = new ClauseSplitter(pack.sections(Language.EN, "clauses"));
    spelling = new Spelling(MiniLm.wholeWords(), lexica.words(Language.EN), shorthands(pack));
  }

  Reading read(String message, ConversationState state, Set<String> asked) {
    String own = OwnWords.of(message);
    List<Token> tokens = Tokenizer.tokens(own);
    List<Token> repaired = spelling.repaired(tokens);
    Set<Language> guesses = languages.of(own, tokens);
    Optional<Language> language =
        likeliest(guesses, tokens).map(it -> isOutweighed(it, tokens, repaired) ? Language.EN : it);
    boolean mayBeEnglish = guesses.isEmpty() || guesses.contains(Language.EN);
    boolean english =
        language
            .map(Language.EN::equals)
            .orElseGet(() -> mayBeEnglish && isMostlyEnglish(tokens, repaired));
    boolean telling =
        language.isPresent()
            || tokens.size() >= TELLING
            || (tokens.size() > 2 && repaired.stream().allMatch(spelling::isEnglish))
            || isListed(repaired);
    WordLists lists =
        english && telling
            ? lexica.of(Language.EN)
            : language.map(lexica::of).orElseGet(lexica::ofAnyLanguage);
    List<Token> words = english ? repaired : tokens;
    String trailing = tokens.isEmpty() ? own : own.substring(tokens.get(tokens.size() - 1).end());
    List<Clause> clauses =
        words.isEmpty()
            ? List.of()
            : ScopeRules.mark(splitter.split(words, trailing, lists.cues()), english);
    boolean corrects = !state.noted().isEmpty() && clauses.stream().anyMatch(this::mends);
    return new Reading(message, clauses, lists, state, asked, corrects, english);
  }

  /** "No, sales", "13 actually", "not a school, a university". */
  private boolean mends(Clause clause) {
    return clause.startsWithCue("correction")
        || clause.startsWithCue("negated")
        || (clause.size() <= TELLING && clause.hasCue("correction"));
  }

  /** A word of another language's lists is none that was misspelt. */
  private boolean isMostlyEnglish(List<Token> written, List<Token> repaired) {
    Set<Integer> foreign = new HashSet<>();
    for (Token word : written) {
      if (!spelling.isEnglish(word) && lexica.isForeign(word.normal())) foreign.add(word.start());
    }
    long english =
        repaired.stream()
            .filter(it -> !foreign.contains(it.start()) && spelling.isEnglish(it))
            .count();
    return 2 * english >= repaired.size();
  }

  /** Of several, the one whose lists hold most of the words; none where it may be English too. */
  private Optional<Language> likeliest(Set<Language> guesses, List<Token> tokens) {
    boolean few = tokens.size() < TELLING || guesses.contains(Language.EN);
    if (guesses.size() > 1 && few) return Optional.empty();
    return guesses.stream()
        .max(
            Comparator.comparingLong(
                it ->
                    tokens.stream()
                        .filter(word -> lexica.words(it).contains(word.normal()))
                        .count()));
  }

  /** "Me plus 4 part-timers": a word that is small in Italian, among more that are English only. */
  private boolean isOutweighed(Language guess, List<Token> written, List<Token> repaired) {
    if (guess == Language.EN) return false;
    Set<String> own = lexica.words(guess);
    Set<String> english = lexica.words(Language.EN);
    Set<Integer> foreign = new HashSet<>();
    for (Token word : written) {
      String it = word.normal();
      boolean theirs = own.contains(it) && !english.contains(it);
      if (theirs || languages.isSmallWord(guess, it)) foreign.add(word.start());
    }
    long onlyEnglish =
        repaired.stream()
            .filter(it -> !foreign.contains(it.start()) && !own.contains(it.normal()))
            .map(Token::normal)
            .filter(it -> it.length() >= TELLING_LETTERS && english.contains(it))
            .count();
    return onlyEnglish > foreign.size() || (onlyEnglish == 1 && foreign.size() <= 1);
  }

  /** Whether an English list holds any of the words. */
  private boolean isListed(List<Token> words) {
    WordLists english = lexica.of(Language.EN);
    return Stream.of(english.roles(), english.industries(), english.goals(), english.experience())
        .anyMatch(list -> !list.matches(words).isEmpty());
  }

  private static Map<String, List<String>> shorthands(Pack pack) {
    Map<String, List<String>> shorthands = new HashMap<>();
    pack.sections(Language.EN, "shorthands")
        .forEach(
            (meant, written) ->
                written.forEach(shorthand -> shorthands.put(shorthand, List.of(meant.split(" ")))));
    return shorthands;
  }
}

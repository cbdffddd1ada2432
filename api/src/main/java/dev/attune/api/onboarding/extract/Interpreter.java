package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.ConversationState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a message apart: own words, language, spelling, clauses and what each of them is about. */
final class Interpreter {
  private static final int TELLING = 5;

  private final Lexica lexica;
  private final LanguageGuess languages;
  private final Spelling spelling;
  private final ClauseSplitter splitter;

  Interpreter(Pack pack) {
    lexica = new Lexica(pack);
    languages = new LanguageGuess(pack);
    splitter = new ClauseSplitter(pack.sections(Language.EN, "clauses"));
    spelling = new Spelling(MiniLm.wholeWords(), lexica.englishWords(), shorthands(pack));
  }

  Reading read(String message, ConversationState state, Set<String> asked) {
    String own = OwnWords.of(message);
    List<Token> tokens = Tokenizer.tokens(own);
    List<Token> repaired = spelling.repaired(tokens);
    Optional<Language> language = languages.of(own, tokens);
    boolean english = language.map(Language.EN::equals).orElseGet(() -> isMostlyEnglish(repaired));
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

  private boolean isMostlyEnglish(List<Token> words) {
    return 2 * words.stream().filter(spelling::isEnglish).count() >= words.size();
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

package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.ConversationState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    Optional<Language> language = languages.of(own, tokens);
    WordLists lists = language.map(lexica::of).orElseGet(lexica::ofAnyLanguage);
    boolean english = language.map(Language.EN::equals).orElse(tokens.size() < TELLING);
    List<Token> words = english && !isKnown(tokens, lists) ? spelling.repaired(tokens) : tokens;
    String trailing = tokens.isEmpty() ? own : own.substring(tokens.get(tokens.size() - 1).end());
    List<Clause> clauses =
        words.isEmpty()
            ? List.of()
            : ScopeRules.mark(splitter.split(words, trailing, lists.cues()));
    boolean corrects =
        !state.noted().isEmpty() && clauses.stream().anyMatch(it -> it.startsWithCue("correction"));
    return new Reading(message, clauses, lists, state, asked, corrects, english);
  }

  /** A few words of unknown language that a list holds need no English spelling. */
  private boolean isKnown(List<Token> tokens, WordLists lists) {
    return !lists.equals(lexica.of(Language.EN))
        && tokens.stream()
            .allMatch(
                token ->
                    lists.roles().knows(token.normal())
                        || lists.industries().knows(token.normal()));
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

package dev.attune.api.onboarding.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Words that say one thing.
 *
 * @param sentence which sentence of the message it stands in, from 0
 * @param asked whether its sentence ends in a question mark
 * @param cues the words in it that steer reading: "I am", "not", "used to"
 * @param scopes from which word on each scope holds
 */
record Clause(
    List<Token> words, int sentence, boolean asked, List<Match> cues, Map<Scope, Integer> scopes) {

  Clause with(Scope scope, int from) {
    Map<Scope, Integer> more = new EnumMap<>(Scope.class);
    more.putAll(scopes);
    more.merge(scope, from, Math::min);
    return new Clause(words, sentence, asked, cues, more);
  }

  Clause without(Scope scope) {
    Map<Scope, Integer> fewer = new EnumMap<>(Scope.class);
    fewer.putAll(scopes);
    fewer.remove(scope);
    return new Clause(words, sentence, asked, cues, fewer);
  }

  /** Whether a scope holds anywhere in the clause. */
  boolean has(Scope scope) {
    return scopes.containsKey(scope);
  }

  /** Whether a scope holds for a match. */
  boolean has(Scope scope, Match match) {
    Integer from = scopes.get(scope);
    return from != null && match.to() > from;
  }

  /** Whether a scope starts before a match, and not by a word of the match itself. */
  boolean holdsBefore(Scope scope, Match match) {
    Integer from = scopes.get(scope);
    return from != null && from < match.from();
  }

  /** Whether a scope starts within the first words. */
  boolean startsWith(Scope scope, int words) {
    Integer from = scopes.get(scope);
    return from != null && from < words;
  }

  boolean hasCue(String name) {
    return cues.stream().anyMatch(cue -> cue.value().equals(name));
  }

  boolean startsWithCue(String name) {
    return cues.stream().anyMatch(cue -> cue.from() == 0 && cue.value().equals(name));
  }

  /** Whether a cue stands first, after no more than interjections: "sorry, wrong goal". */
  boolean opensWithCue(String name) {
    int word = 0;
    while (word < size() && !startsCueAt(name, word) && cueAt("correction", word)) word++;
    return startsCueAt(name, word);
  }

  private boolean startsCueAt(String name, int word) {
    return cues.stream().anyMatch(cue -> cue.from() == word && cue.value().equals(name));
  }

  /** Where the last such cue before a word ends. */
  OptionalInt endOfCueBefore(String name, int word) {
    return cues.stream()
        .filter(cue -> cue.value().equals(name) && cue.to() <= word)
        .mapToInt(Match::to)
        .max();
  }

  boolean cueAt(String name, int word) {
    return cues.stream()
        .anyMatch(cue -> cue.value().equals(name) && cue.from() <= word && word < cue.to());
  }

  Token word(int index) {
    return words.get(index);
  }

  int size() {
    return words.size();
  }

  /** The words from one to another as the person wrote them. */
  String quote(String message, int from, int to) {
    return message.substring(words.get(from).start(), words.get(to - 1).end());
  }

  String quote(String message) {
    return quote(message, 0, words.size());
  }
}

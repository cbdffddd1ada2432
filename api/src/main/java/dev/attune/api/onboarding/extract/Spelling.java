package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts misspelled English words right. A word the encoder knows whole is no misspelling, which
 * keeps "internet" from becoming "intranet".
 */
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int LONG = 8;
  private static final int SHORTEST_SOUND = 3;
  private static final int FURTHEST = 3;

  private final Set<String> knownWords;
  private final Set<String> listed;
  private final Map<String, List<String>> shorthands;
  private final Map<Integer, List<String>> byLength = new HashMap<>();
  private final Map<String, List<String>> bySound = new HashMap<>();

  /**
   * @param knownWords words that are right as they stand
   * @param listed words of the word lists, which a misspelling may stand for
   * @param shorthands e.g. {@code mgr} for {@code manager}
   */
  Spelling(Set<String> knownWords, Set<String> listed, Map<String, List<String>> shorthands) {
    this.knownWords = knownWords;
    this.listed = listed;
    this.shorthands = shorthands;
    for (String word : listed) {
      if (word.length() >= SHORTEST) {
        byLength.computeIfAbsent(word.length(), length -> new ArrayList<>()).add(word);
        if (word.chars().allMatch(Spelling::isLatin)) {
          bySound.computeIfAbsent(sound(word), any -> new ArrayList<>()).add(word);
        }
      }
    }
  }

  List<Token> repaired(List<Token> tokens) {
    List<Token> repaired = new ArrayList<>();
    for (Token token : tokens) {
      String shorthand = token.normal();
      if (shorthands.containsKey(shorthand)) {
        repaired.addAll(token.spelled(shorthands.get(shorthand)));
      } else {
        repaired.addAll(token.spelled(right(token.normal())));
      }
    }
    return repaired;
  }

  private List<String> right(String word) {
    if (word.length() < SHORTEST || !word.chars().allMatch(Spelling::isLatin)) return List.of(word);
    if (isRight(word)) return List.of(word);
    String nearest = nearest(word);
    if (nearest != null) return List.of(nearest);
    for (int cut = SHORTEST - 1; cut <= word.length() - SHORTEST + 1; cut++) {
      String head = word.substring(0, cut);
      String tail = word.substring(cut);
      if (listed.contains(head) && listed.contains(tail)) return List.of(head, tail);
    }
    return List.of(word);
  }

  /** Whether an English reader knows the word, or it holds no letters. */
  boolean isEnglish(Token token) {
    return token.isNumber() || isRight(token.normal());
  }

  private boolean isRight(String word) {
    return isKnown(word) || isKnown(Stem.singular(word)) || isThirdPerson(word);
  }

  /** "Fixes", "mixes". */
  private boolean isThirdPerson(String word) {
    return word.endsWith("xes") && isKnown(word.substring(0, word.length() - 2));
  }

  /** "Payers" pay. */
  private boolean isDoer(String word) {
    String one = Stem.singular(word);
    return one.length() > SHORTEST
        && one.endsWith("er")
        && isKnown(one.substring(0, one.length() - 2));
  }

  private boolean isKnown(String word) {
    return listed.contains(word) || knownWords.contains(word);
  }

  /** What is heard of a word: its first letter and its consonants, doubled ones once. */
  private static String sound(String word) {
    String heard = word.replace("ph", "f").replace("ck", "k").replace("wh", "w");
    StringBuilder sound = new StringBuilder().append(heard.charAt(0));
    for (int i = 1; i < heard.length(); i++) {
      char letter = heard.charAt(i);
      boolean vowel = "aeiouy".indexOf(letter) >= 0;
      if (!vowel && letter != heard.charAt(i - 1)) sound.append(letter);
    }
    return sound.toString();
  }

  private @Nullable String nearest(String word) {
    String sound = sound(word);
    List<String> alike = bySound.getOrDefault(sound, List.of());
    if (sound.length() >= SHORTEST_SOUND) {
      Optional<String> heard =
          alike.stream()
              .filter(it -> EditDistance.between(word, it, FURTHEST + 1) <= FURTHEST)
              .min(
                  Comparator.<String>comparingInt(
                          it -> EditDistance.between(word, it, FURTHEST + 1))
                      .thenComparingInt(it -> Math.abs(it.length() - word.length())));
      if (heard.isPresent()) return heard.get();
    }
    if (isDoer(word)) return null;
    int allowed = word.length() >= LONG ? 2 : 1;
    String nearest = null;
    int least = allowed + 1;
    for (int length : lengths(word.length(), allowed)) {
      for (String candidate : byLength.getOrDefault(length, List.of())) {
        if (!startsAlike(word, candidate)) continue;
        int distance = EditDistance.between(word, candidate, least);
        if (distance < least) {
          least = distance;
          nearest = candidate;
        }
      }
    }
    return nearest;
  }

  /** Its own length first: of equally near words that one is likelier meant. */
  private static int[] lengths(int own, int allowed) {
    int[] lengths = new int[2 * allowed + 1];
    lengths[0] = own;
    for (int more = 1; more <= allowed; more++) {
      lengths[2 * more - 1] = own - more;
      lengths[2 * more] = own + more;
    }
    return lengths;
  }

  private static boolean startsAlike(String word, String candidate) {
    return word.charAt(0) == candidate.charAt(0)
        || (word.charAt(0) == candidate.charAt(1) && word.charAt(1) == candidate.charAt(0));
  }

  private static boolean isLatin(int letter) {
    return letter >= 'a' && letter <= 'z';
  }
}

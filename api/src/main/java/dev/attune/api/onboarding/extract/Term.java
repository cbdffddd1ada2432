package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a word list: words in sequence, where {@code ..} stands for up to four words in
 * between and a word that ends in {@code *} for every word that starts like it.
 *
 * @param value what the entry stands for, e.g. {@code software_engineer}
 * @param kind the part of the list it stands in, e.g. {@code titles}
 * @param written its words as the list spells them, without gaps and beginnings
 * @param words what each word is compared with
 */
record Term(String value, String kind, List<String> written, List<String> words, Form form) {
  private static final int LONGEST_GAP = 4;
  private static final String GAP = "..";
  private static final String POSSESSIVE = "'s";

  static Term of(String value, String kind, String written, Form form) {
    List<String> spelled = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String part : written.strip().split("\\s+")) {
      if (part.equals(GAP) || part.endsWith("*")) {
        words.add(Fold.fold(part));
        continue;
      }
      if (part.equals(POSSESSIVE)) { // a word of its own only after another
        spelled.add(part);
        words.add(part);
        continue;
      }
      for (Token token : Tokenizer.tokens(part)) {
        spelled.add(token.normal());
        words.add(form.of(token.normal()));
      }
    }
    return new Term(value, kind, List.copyOf(spelled), List.copyOf(words), form);
  }

  /** The words as the list spells them. */
  String spelled() {
    return String.join(" ", written);
  }

  /** Where a match that starts at {@code from} ends, exclusive; -1 when there is none. */
  int endOfMatch(List<Token> tokens, int from) {
    return endOfMatch(tokens, from, 0);
  }

  private int endOfMatch(List<Token> tokens, int at, int word) {
    if (word == words.size()) return at;
    if (words.get(word).equals(GAP)) {
      for (int skipped = 0; skipped <= LONGEST_GAP; skipped++) {
        int end = endOfMatch(tokens, at + skipped, word + 1);
        if (end >= 0) return end;
      }
      return -1;
    }
    if (at >= tokens.size()) return -1;
    boolean is = word == 0 && words.size() > 1 && isShortened(words.get(0), tokens.get(at));
    if (!is && !meets(words.get(word), tokens.get(at).normal())) return -1;
    return endOfMatch(tokens, at + 1, word + 1);
  }

  /** "Hiring's on hold". */
  static boolean isShortened(String wanted, Token word) {
    return wanted.equals("is") && word.is("'s");
  }

  private boolean meets(String wanted, String word) {
    return wanted.endsWith("*")
        ? word.startsWith(wanted.substring(0, wanted.length() - 1))
        : wanted.equals(form.of(word));
  }
}

package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a message into sentences and those into clauses that say one thing each. */
final class ClauseSplitter {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？;；\\n]");
  private static final Pattern CLAUSE_END =
      Pattern.compile("[,:()\\[\\]、，：|•·~/]|\\s[-–—]+\\s|[–—]|^-\\s");
  private static final Pattern QUESTION_MARK = Pattern.compile("[?？]");

  private static final Set<String> IS = Set.of("is", "was", "has", "had", "does", "did");
  private static final Set<String> NOBODY_BUT =
      Set.of(
          "anything",
          "nothing",
          "all",
          "nobody",
          "none",
          "noone",
          "one",
          "everything",
          "everybody",
          "everyone",
          "anybody",
          "anyone");

  private final Set<String> openers;
  private final Set<String> joiners;
  private final Set<String> afterJoiners;
  private final Set<String> leadIns;
  private final Set<String> subjects;

  /**
   * @param cues the words that open a clause: {@code openers} always, {@code joiners} when one of
   *     {@code after-joiners} follows, {@code subjects} after a clause that {@code lead-ins} opened
   */
  ClauseSplitter(Map<String, List<String>> cues) {
    openers = Set.copyOf(cues.getOrDefault("openers", List.of()));
    joiners = Set.copyOf(cues.getOrDefault("joiners", List.of()));
    leadIns = Set.copyOf(cues.getOrDefault("lead-ins", List.of()));
    subjects = Set.copyOf(cues.getOrDefault("subjects", List.of()));
    afterJoiners = Set.copyOf(cues.getOrDefault("after-joiners", List.of()));
  }

  List<Clause> split(List<Token> tokens, String trailing, Lexicon cues) {
    List<Clause> clauses = new ArrayList<>();
    List<List<Token>> sentence = new ArrayList<>();
    List<Token> clause = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String before = tokens.get(i).before();
      boolean ends = i > 0 && endsSentence(tokens, i);
      if (ends
          || (i > 0
              && startsClause(
                  tokens, i, leadIns.contains(clause.isEmpty() ? "" : clause.get(0).normal()))
              && !namesUs(clause, tokens, i))) {
        sentence.add(clause);
        clause = new ArrayList<>();
      }
      if (ends) {
        close(sentence, number++, QUESTION_MARK.matcher(before).find(), cues, clauses);
        sentence = new ArrayList<>();
      }
      clause.add(tokens.get(i));
    }
    sentence.add(clause);
    close(sentence, number, QUESTION_MARK.matcher(trailing).find(), cues, clauses);
    return clauses;
  }

  private static void close(
      List<List<Token>> sentence, int number, boolean asked, Lexicon cues, List<Clause> clauses) {
    for (List<Token> words : sentence) {
      if (words.isEmpty()) continue;
      clauses.add(new Clause(List.copyOf(words), number, asked, steering(words, cues), Map.of()));
    }
  }

  /** "More or less" asks for nothing, "the user stories" speak of no user. */
  private static List<Match> steering(List<Token> words, Lexicon cues) {
    List<Match> all = cues.matches(words);
    List<Match> idioms = all.stream().filter(it -> it.value().equals("idiom")).toList();
    return all.stream().filter(it -> idioms.stream().noneMatch(it::overlaps)).toList();
  }

  /** The dots in "Node.js" and "P.S." end nothing. */
  private static boolean endsSentence(List<Token> tokens, int i) {
    String before = tokens.get(i).before();
    if (!SENTENCE_END.matcher(before).find()) return false;
    boolean glued = before.equals(".");
    boolean initials = before.startsWith(".") && isLetter(tokens.get(i - 1).normal());
    if (initials && before.startsWith(".:")) return false; // "Mehmet K.: lawyer"
    return !glued && (!initials || before.length() > 2 || before.contains("\n"));
  }

  private static boolean isLetter(String word) {
    return word.length() == 1 && Character.isLetter(word.charAt(0));
  }

  private boolean startsClause(List<Token> tokens, int i, boolean leadIn) {
    Token token = tokens.get(i);
    if (CLAUSE_END.matcher(token.before()).find()) return !isSlashInside(token);
    if (openers.contains(token.text().toLowerCase(Locale.ROOT))) return !isAnythingBut(tokens, i);
    if (leadIn && subjects.contains(token.normal())) return !tokens.get(i - 1).is("since");
    if (i + 1 >= tokens.size() || !joiners.contains(token.normal())) return false;
    if (Numbers.endsInHalf(tokens, i)) return false;
    if (token.is("after") && tokens.get(i - 1).normal().startsWith("look")) return false;
    return afterJoiners.contains(tokens.get(i + 1).normal());
  }

  /** "My wife and I run it" is one thought, "my son is nine, and I write" are two. */
  private static boolean namesUs(List<Token> clause, List<Token> tokens, int i) {
    boolean us = i + 1 < tokens.size() && tokens.get(i).is("and") && tokens.get(i + 1).is("i");
    boolean tells = clause.stream().anyMatch(word -> IS.contains(word.normal()));
    return us && !tells && clause.size() <= 4 && clause.get(0).is("my");
  }

  /** "Anything but a salesman", "nobody but me", "not yet a founder", "as if" are one thought. */
  private static boolean isAnythingBut(List<Token> tokens, int i) {
    String word = tokens.get(i - 1).normal();
    if (tokens.get(i).is("yet")) return word.equals("not");
    if (tokens.get(i).is("though") || tokens.get(i).is("if")) return word.equals("as");
    return tokens.get(i).is("but") && NOBODY_BUT.contains(word);
  }

  /** "UX/UI" is one word to a reader. */
  private static boolean isSlashInside(Token token) {
    return token.before().equals("/");
  }
}

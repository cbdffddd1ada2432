package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the people a sentence lists one after the other: "four designers, two developers and me",
 * "six of us plus an intern", "me and my cofounder".
 */
final class PeopleSum {
  private static final double CERTAIN = 0.97;
  private static final int LONGEST_NAME = 4;
  private static final Set<String> JOINTS = Set.of("and", "plus", "with");
  private static final Set<String> NOBODY = Set.of("counted", "years", "months", "not-my-people");
  private static final Set<String> ONE = Set.of("a", "an", "another");
  private static final Set<String> POSSESSIVES = Set.of("my", "our", "her", "his", "one", "the");

  private final Reading reading;
  private final List<Word> words;

  /** A word of a sentence, by its clause and its place in that. */
  private record Word(int clause, Clause in, int at) {
    Token token() {
      return in.word(at);
    }

    boolean is(String cue) {
      return in.cueAt(cue, at);
    }
  }

  /**
   * People named together.
   *
   * @param us whether the speaker is among them
   * @param to index after their last word
   */
  private record Group(int people, boolean us, int to) {
    boolean isMe() {
      return us && people == 1;
    }
  }

  private PeopleSum(Reading reading, List<Word> words) {
    this.reading = reading;
    this.words = words;
  }

  static List<Evidence> read(Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    int sentences = reading.clauses().stream().mapToInt(Clause::sentence).max().orElse(-1) + 1;
    for (int sentence = 0; reading.english() && sentence < sentences; sentence++) {
      new PeopleSum(reading, wordsOf(reading, sentence)).sum().ifPresent(evidence::add);
    }
    return evidence;
  }

  private static List<Word> wordsOf(Reading reading, int sentence) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      if (clause.sentence() != sentence || isBarred(clause)) continue;
      for (int at = 0; at < clause.size(); at++) words.add(new Word(i, clause, at));
    }
    return words;
  }

  private static boolean isBarred(Clause clause) {
    return clause.has(Scope.COMMAND)
        || clause.has(Scope.QUESTION)
        || clause.has(Scope.PAST)
        || clause.has(Scope.WISHED)
        || clause.has(Scope.NEGATED)
        || clause.has(Scope.HYPOTHETICAL);
  }

  private Optional<Evidence> sum() {
    if (words.stream().anyMatch(it -> it.is("with-me"))) return Optional.empty();
    for (int from = 0; from < words.size(); from++) {
      if (!mayStartAt(from)) continue;
      Optional<Evidence> sum = sumFrom(from);
      if (sum.isPresent()) return sum;
    }
    return Optional.empty();
  }

  private boolean mayStartAt(int from) {
    if (from == 0 || words.get(from).at() == 0) return true;
    Word before = words.get(from - 1);
    return before.is("about") || before.is("we-are") || before.is("team-of");
  }

  private Optional<Evidence> sumFrom(int from) {
    int people = 0;
    boolean us = from > 0 && words.get(from - 1).is("we-are-self");
    int groups = 0;
    int at = from;
    Group group = groupAt(at);
    if (group != null && isTotal(from, group)) return Optional.empty();
    boolean me = false;
    while (group != null) {
      boolean again = me && group.isMe(); // "me, myself and I"
      people += again ? 0 : group.people();
      me |= group.isMe();
      us |= group.us();
      groups++;
      at = group.to();
      int next = afterJoint(at) < 0 ? afterPlace(at) : afterJoint(at);
      group = next < 0 ? null : groupAt(next);
    }
    boolean counted = us || reading.expects("teamSize");
    boolean subject = // "my sons and I run it"
        at > from + 1 && words.get(at - 1).token().is("i") && words.get(at - 2).token().is("and");
    boolean apposed = // "I, a lawyer"
        groups == 2 && words.get(from).token().is("i") && words.get(from + 1).at() == 0;
    if (apposed) return Optional.empty();
    if (groups < 2 || !counted || !(subject || ends(at))) return Optional.empty();
    Word first = words.get(from);
    int to =
        words.get(at - 1).clause() == first.clause()
            ? words.get(at - 1).at() + 1
            : first.in().size();
    return Optional.of(
        new Evidence(
            "teamSize",
            (double) people,
            false,
            CERTAIN,
            first.clause(),
            first.at(),
            to,
            "numbers"));
  }

  /** "Two, me and my sister": the number says it all. */
  private boolean isTotal(int from, Group group) {
    boolean bare = words.get(group.to() - 1).token().isNumber() || group.to() == from + 1;
    boolean listed =
        group.to() < words.size() && words.get(group.to()).token().before().matches("[,:]\\s*");
    return listed && group.people() > 1 && (bare || group.us());
  }

  /** Whether nothing follows that the people named would do. */
  private boolean ends(int at) {
    if (at == words.size() || words.get(at).at() == 0 || words.get(at).is("after-number")) {
      return true;
    }
    return words.get(0).token().is("me") // "me and two cousins run the place"
        && words.get(at).is("takes-care")
        && at + 1 < words.size()
        && (words.get(at + 1).is("article") || words.get(at + 1).is("that-one"));
  }

  /** Where the next group starts; -1 when no comma or "and" leads to one. */
  private int afterJoint(int at) {
    if (at >= words.size()) return -1;
    Token next = words.get(at).token();
    if (JOINTS.contains(next.normal())) return at + 1;
    String before = next.before();
    return before.contains(",") || before.contains("+") || before.contains("&") ? at : -1;
  }

  /** "Two girls on the counter and a lad": where the next group starts after a place; else -1. */
  private int afterPlace(int at) {
    if (at >= words.size() || !words.get(at).is("place")) return -1;
    for (int word = at + 1; word < Math.min(words.size(), at + LONGEST_NAME); word++) {
      int next = afterJoint(word);
      if (next >= 0) return groupAt(next) == null ? -1 : next;
    }
    return -1;
  }

  private @Nullable Group groupAt(int at) {
    if (at >= words.size()) return null;
    Word first = words.get(at);
    String word = first.token().normal();
    if (word.equals("me") || word.equals("myself") || word.equals("i")) {
      return new Group(1, true, at + 1);
    }
    if (ONE.contains(word)) {
      Group dozen = at + 1 < words.size() ? counted(at + 1) : null;
      return dozen == null ? person(1, at + 1, false) : dozen;
    }
    if (POSSESSIVES.contains(word)) {
      Group several = at + 1 < words.size() ? counted(at + 1) : null;
      Group named = several == null ? person(1, at + 1, false) : several;
      if (named != null) return several == null && isPlural(named) ? null : named;
    }
    return isName(at) ? new Group(1, false, at + 1) : counted(at);
  }

  /** "Me plus Ana": somebody's name, of one word. */
  private boolean isName(int at) {
    Word word = words.get(at);
    String written = word.token().text();
    boolean capital =
        written.length() > 2
            && Character.isUpperCase(written.charAt(0))
            && Character.isLowerCase(written.charAt(1));
    boolean last = at + 1 == words.size() || afterJoint(at + 1) >= 0;
    return at > 0 && capital && last && !isTitle(word) && !word.is("people") && !word.is("group");
  }

  /** "My colleagues": nobody says how many. */
  private boolean isPlural(Group named) {
    String last = words.get(named.to() - 1).token().normal();
    return last.endsWith("s") && !last.endsWith("ss") && !last.endsWith("us");
  }

  private @Nullable Group counted(int at) {
    Word first = words.get(at);
    for (Numbers.Quantity number : reading.lists().numbers().in(first.in().words())) {
      if (number.from() != first.at() || number.low() < 1) continue;
      int next = at + number.to() - number.from();
      int people = (int) number.low();
      if (next < words.size() && words.get(next).is("of-us")) {
        return new Group(people, true, next + 2);
      }
      Group named = person(people, next, people > 1);
      if (named != null) return named;
      return ends(next) || afterJoint(next) >= 0 ? new Group(people, false, next) : null;
    }
    return null;
  }

  /** The people whose name starts at a word, after up to three words about them. */
  private @Nullable Group person(int people, int at, boolean several) {
    for (int end = at; end < Math.min(words.size(), at + LONGEST_NAME); end++) {
      Word word = words.get(end);
      if (word.at() == 0) return null;
      if (NOBODY.stream().anyMatch(word::is)) return null;
      boolean last = ends(end + 1) || afterJoint(end + 1) >= 0;
      boolean named = word.is("people") || word.is("person") || isTitle(word);
      boolean plural = several && word.token().normal().endsWith("s");
      if (last && (named || plural)) return new Group(people, false, end + 1);
      if (last) return null;
    }
    return null;
  }

  private boolean isTitle(Word word) {
    return reading.lists().roles().longest(word.in().words()).stream()
        .anyMatch(it -> it.to() == word.at() + 1 && (it.is("titles") || it.is("others")));
  }
}

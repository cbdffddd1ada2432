package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.Retraction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what a person takes back: by naming the field, the value, or just "that". */
final class RetractionReader {
  /** Words from which on a correction is about something, understood or not. */
  private static final int LONG_ENOUGH = 8;

  private static final int FEW = 5;

  private RetractionReader() {}

  static List<Retraction> retracted(Reading reading, List<Evidence> evidence) {
    Set<Retraction> retracted = new LinkedHashSet<>();
    for (Evidence words : evidence) {
      if (words.denied() && isNoted(reading, words)) {
        retracted.add(new Retraction(words.field(), words.value()));
      }
    }
    retracted.addAll(replaced(reading, evidence));
    retracted.addAll(outgrown(reading, evidence));
    retracted.addAll(outlived(reading, evidence));
    retracted.addAll(unsaid(reading, evidence));
    retracted.addAll(superseded(reading, evidence));
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      if (!takesBack(clause) || clause.has(Scope.COMMAND)) continue;
      retracted.addAll(forgotten(reading, i, evidence));
    }
    return new ArrayList<>(retracted);
  }

  /** "Let me rephrase: it's the setup" puts new goals in the place of those noted. */
  private static List<Retraction> replaced(Reading reading, List<Evidence> evidence) {
    boolean takesBack = reading.clauses().stream().anyMatch(it -> it.opensWithCue("takes-back"));
    boolean adds = reading.clauses().stream().anyMatch(it -> it.hasCue("adds"));
    Set<Object> wanted =
        evidence.stream()
            .filter(it -> it.field().equals("goals") && !it.denied())
            .filter(it -> it.confidence() >= CandidateFact.CERTAIN)
            .map(Evidence::value)
            .collect(Collectors.toSet());
    boolean speaksOfAnother =
        evidence.stream()
            .anyMatch(
                it -> !it.field().equals("goals") && it.confidence() >= CandidateFact.CERTAIN);
    boolean unclear = speaksOfAnother || reading.words() < LONG_ENOUGH;
    if (!takesBack || adds || (wanted.isEmpty() && unclear)) return List.of();
    return reading.state().noted().get("goals") instanceof Collection<?> noted
        ? noted.stream()
            .filter(goal -> !wanted.contains(goal))
            .map(goal -> new Retraction("goals", goal))
            .toList()
        : List.of();
  }

  /** Whether a clause takes back what it names. */
  static boolean takesBack(Clause clause) {
    boolean names = clause.startsWithCue("forgets") && !clause.startsWithCue("not-forgets");
    return names || clause.hasCue("forget") || ScopeRules.ignores(clause) || startsOver(clause);
  }

  /** "Start over", "wipe all that". */
  private static boolean startsOver(Clause clause) {
    boolean all = clause.hasCue("forget") && clause.hasCue("all-of-it");
    return all || (clause.size() <= FEW && clause.hasCue("starts-over"));
  }

  private static List<Retraction> everything(Reading reading) {
    return reading.state().noted().keySet().stream().map(it -> new Retraction(it, null)).toList();
  }

  /** "I left the hospital": what was noted is over, unless it is said to hold all the same. */
  private static List<Retraction> outlived(Reading reading, List<Evidence> evidence) {
    return evidence.stream()
        .filter(it -> !it.denied() && isNoted(reading, it))
        .filter(
            it ->
                isCalledWrong(reading, it)
                    || reading.clauses().get(it.clause()).startsWith(Scope.PAST, it.to()))
        .filter(
            it ->
                evidence.stream()
                    .noneMatch(
                        other ->
                            !isCalledWrong(reading, other)
                                && other.field().equals(it.field())
                                && other.value().equals(it.value())
                                && other.confidence() >= CandidateFact.CERTAIN))
        .map(it -> new Retraction(it.field(), it.value()))
        .toList();
  }

  /**
   * "Insurance was my last gig", "pharma's wrong": what was noted comes first, and does not hold.
   */
  static boolean isCalledWrong(Reading reading, Evidence words) {
    Clause clause = reading.clauses().get(words.clause());
    if (words.from() > 1 || words.to() >= clause.size() || !isNoted(reading, words)) return false;
    int next = words.to();
    return clause.word(next).is("was")
        || clause.word(next).is("were")
        || clause.cueAt("wrong", Math.min(next + 1, clause.size() - 1));
  }

  /** "Sorry, I'm his assistant", "was. Retired last week": another job or none, in no list. */
  private static List<Retraction> superseded(Reading reading, List<Evidence> evidence) {
    if (reading.clauses().isEmpty() || !reading.asked().isEmpty()) return List.of();
    Clause first = reading.clauses().get(afterInterjections(reading));
    boolean once =
        first.cues().stream()
            .anyMatch(it -> it.value().equals("was-once") && it.length() == first.size());
    boolean over = (first.size() <= 2 && first.startsWithCue("was-once")) || once;
    boolean certain =
        evidence.stream()
            .filter(it -> it.field().equals("role") && !it.denied())
            .filter(it -> !it.value().equals(RoleReader.OTHER))
            .anyMatch(it -> it.confidence() >= CandidateFact.CERTAIN);
    boolean other =
        reading.corrects()
            && WordReaders.found(reading).stream()
                .anyMatch(
                    it ->
                        it.value().equals(RoleReader.OTHER)
                            && !it.denied()
                            && it.confidence() >= CandidateFact.CERTAIN);
    List<Retraction> retracted = new ArrayList<>();
    for (String field : over ? List.of("role", "industry") : other ? List.of("role") : none()) {
      boolean noted = reading.state().noted().containsKey(field);
      if (noted && !(certain && field.equals("role"))) retracted.add(new Retraction(field, null));
    }
    return retracted;
  }

  /** "Oh wait, not any more": which clause comes after the interjections. */
  private static int afterInterjections(Reading reading) {
    int first = 0;
    while (first + 1 < reading.clauses().size() && isInterjection(reading.clauses().get(first)))
      first++;
    return first;
  }

  private static boolean isInterjection(Clause clause) {
    return clause.size() <= 2
        && IntStream.range(0, clause.size())
            .allMatch(
                word -> clause.cueAt("correction", word) || clause.cueAt("interjection", word));
  }

  private static List<String> none() {
    return List.of();
  }

  /** "I made that up" takes back all there is, unless something else is said in its place. */
  private static List<Retraction> unsaid(Reading reading, List<Evidence> evidence) {
    boolean unsays =
        reading.clauses().stream()
            .anyMatch(it -> it.hasCue("unsays") && !it.has(Scope.COMMAND) && !it.asked());
    return unsays && !corrects(reading, evidence) ? everything(reading) : List.of();
  }

  private static List<Retraction> forgotten(Reading reading, int index, List<Evidence> evidence) {
    if (startsOver(reading.clauses().get(index))) return everything(reading);
    List<Retraction> values =
        evidence.stream()
            .filter(words -> words.clause() == index && isNoted(reading, words))
            .map(words -> new Retraction(words.field(), words.value()))
            .toList();
    if (!values.isEmpty()) return values;
    Optional<Retraction> pointedAt = pointedAt(reading, reading.clauses().get(index));
    if (pointedAt.isPresent()) return List.of(pointedAt.get());
    Set<String> named = Fields.named(List.of(reading.clauses().get(index)));
    if (named.isEmpty()) named = Fields.pointedAt(reading.clauses().get(index));
    if (!named.isEmpty()) return named.stream().map(field -> new Retraction(field, null)).toList();
    if (corrects(reading, evidence)) return List.of();
    boolean all = reading.clauses().get(index).hasCue("all-of-them");
    return latest(reading).stream()
        .map(field -> new Retraction(field, all ? null : lastOfSeveral(reading, field)))
        .toList();
  }

  /** "Take back the first wish", "drop the last one". */
  private static Optional<Retraction> pointedAt(Reading reading, Clause clause) {
    boolean first = clause.hasCue("the-first");
    boolean points = first || clause.hasCue("the-last");
    if (!points || !(reading.state().noted().get("goals") instanceof Collection<?> several)) {
      return Optional.empty();
    }
    List<?> goals = List.copyOf(several);
    if (goals.size() < 2) return Optional.empty();
    return Optional.of(new Retraction("goals", goals.get(first ? 0 : goals.size() - 1)));
  }

  /** "Scratch that, I'm the product owner there": what is said instead takes the place of it. */
  private static boolean corrects(Reading reading, List<Evidence> evidence) {
    return evidence.stream()
        .filter(it -> !it.denied() && it.confidence() >= CandidateFact.CERTAIN)
        .anyMatch(
            it -> !it.field().equals("goals") && reading.state().noted().containsKey(it.field()));
  }

  /** "I was a student, now I'm an analyst": the school goes with the study. */
  private static List<Retraction> outgrown(Reading reading, List<Evidence> evidence) {
    boolean studied =
        "student".equals(reading.state().noted().get("role"))
            && "education".equals(reading.state().noted().get("industry"));
    boolean works =
        evidence.stream()
            .filter(it -> it.field().equals("role") && !it.denied())
            .filter(it -> it.confidence() >= CandidateFact.CERTAIN)
            .anyMatch(it -> !it.value().equals("student") && !it.value().equals("educator"));
    return studied && works ? List.of(new Retraction("industry", "education")) : List.of();
  }

  /** The value noted last; null where the field holds a single one. */
  private static @Nullable Object lastOfSeveral(Reading reading, String field) {
    if (!(reading.state().noted().get(field) instanceof Collection<?> several)) return null;
    List<?> values = List.copyOf(several);
    return values.size() < 2 ? null : values.get(values.size() - 1);
  }

  private static List<String> latest(Reading reading) {
    List<String> noted = new ArrayList<>(reading.state().noted().keySet());
    return noted.isEmpty() ? noted : noted.subList(noted.size() - 1, noted.size());
  }

  private static boolean isNoted(Reading reading, Evidence words) {
    Object noted = reading.state().noted().get(words.field());
    return noted instanceof Collection<?> several
        ? several.contains(words.value())
        : Objects.equals(noted, words.value());
  }
}

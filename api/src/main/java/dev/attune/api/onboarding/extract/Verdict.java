package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.Alternative;
import dev.attune.engine.profile.CandidateFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Weighs a message's evidence: one value for most fields, several for goals. */
final class Verdict {
  private static final double WORTH_ASKING = 0.35;
  private static final double NAMED = 0.84;
  private static final int OFFERED = 3;

  private final Reading reading;
  private final List<Evidence> said;

  Verdict(Reading reading, List<Evidence> evidence) {
    this.reading = reading;
    this.said = evidence.stream().filter(it -> !it.denied() && !isDenied(it, evidence)).toList();
  }

  List<CandidateFact> facts() {
    List<CandidateFact> facts = new ArrayList<>();
    for (String field : Fields.ALL) {
      if (field.equals("goals")) facts.addAll(goals());
      else best(field).map(this::considered).map(it -> it.fact(reading)).ifPresent(facts::add);
    }
    return facts;
  }

  /** What nobody put into words takes the place of nothing that was noted: it is worth asking. */
  private Evidence considered(Evidence best) {
    boolean unsaid = best.method().equals("encoder");
    boolean replaces =
        reading.state().noted().containsKey(best.field())
            && (reading.corrects() || !best.field().equals("goals"));
    boolean takesBack = reading.clauses().stream().anyMatch(RetractionReader::takesBack);
    return unsaid && (replaces || takesBack) && !reading.asked().contains(best.field())
        ? best.doubted()
        : best;
  }

  /** The likeliest values of a field, whether they are certain or not. */
  List<Alternative> alternatives(String field, Map<Object, Double> ranking) {
    Map<Object, Double> likelihoods = new LinkedHashMap<>(ranking);
    said.stream()
        .filter(it -> it.field().equals(field) && !it.value().equals(RoleReader.OTHER))
        .forEach(it -> likelihoods.merge(it.value(), it.confidence(), Math::max));
    best(field).ifPresent(it -> likelihoods.put(it.value(), 1.0));
    return likelihoods.entrySet().stream()
        .sorted(Map.Entry.<Object, Double>comparingByValue().reversed())
        .limit(OFFERED)
        .map(value -> new Alternative(value.getKey(), value.getValue()))
        .toList();
  }

  /** The surest wins, then the first, unless the person mended it in the same breath. */
  private Optional<Evidence> best(String field) {
    Evidence best = null;
    for (Evidence evidence : said) {
      if (!evidence.field().equals(field) || evidence.confidence() < WORTH_ASKING) continue;
      if (best == null || beats(evidence, best)) best = evidence;
    }
    return Optional.ofNullable(best).filter(it -> !it.value().equals(RoleReader.OTHER));
  }

  private boolean beats(Evidence later, Evidence earlier) {
    boolean certain = later.confidence() >= CandidateFact.CERTAIN;
    boolean mended =
        mendedBetween(earlier.clause(), later.clause())
            || movedOnBetween(earlier.clause(), later.clause());
    if (certain && mended) return true;
    boolean listed =
        earlier.value().equals(RoleReader.OTHER) && certain && !later.method().equals("encoder");
    return listed
        || (later.confidence() > earlier.confidence() && !later.value().equals(RoleReader.OTHER));
  }

  private boolean mendedBetween(int earlier, int later) {
    for (int i = earlier + 1; i <= later; i++) {
      Clause clause = reading.clauses().get(i);
      if (clause.startsWithCue("correction") || clause.hasCue("mend")) return true;
      if (clause.startsWithCue("above-all")) return true;
    }
    return false;
  }

  /** "I have been teaching for years, but last spring I moved to a bank". */
  private boolean movedOnBetween(int earlier, int later) {
    boolean goesOn = reading.clauses().get(earlier).words().stream().anyMatch(it -> it.is("am"));
    return !goesOn
        && reading.clauses().subList(earlier + 1, Math.max(earlier, later) + 1).stream()
            .anyMatch(it -> it.hasCue("moved-on") && it.hasCue("speaker"));
  }

  private List<CandidateFact> goals() {
    Map<Object, Evidence> surest = new LinkedHashMap<>();
    for (Evidence evidence : said) {
      if (!evidence.field().equals("goals") || evidence.confidence() < WORTH_ASKING) continue;
      surest.merge(
          evidence.value(),
          evidence,
          (one, other) -> other.confidence() > one.confidence() ? other : one);
    }
    return surest.values().stream()
        .map(this::considered)
        .sorted(Comparator.comparingDouble(Evidence::confidence).reversed())
        .map(it -> it.fact(reading))
        .toList();
  }

  /** "We're not hospitality, we're real estate": whatever follows about hotels. */
  private static boolean isSetAgainst(Evidence denial, List<Evidence> evidence) {
    return !denial.field().equals("goals")
        && evidence.stream()
            .anyMatch(
                it ->
                    !it.denied()
                        && it.field().equals(denial.field())
                        && !it.value().equals(denial.value())
                        && it.confidence() >= NAMED
                        && it.clause() == denial.clause() + 1);
  }

  /** "Founder, no co-founder" denies the one name and not the other. */
  private boolean isSameWords(Evidence one, Evidence other) {
    return stems(one).equals(stems(other));
  }

  private List<String> stems(Evidence evidence) {
    return reading.clauses().get(evidence.clause()).words().stream()
        .skip(evidence.from())
        .limit(evidence.to() - evidence.from())
        .map(word -> Stem.of(word.normal()))
        .toList();
  }

  private boolean isDenied(Evidence said, List<Evidence> evidence) {
    return evidence.stream()
        .anyMatch(
            it ->
                it.denied()
                    && it.field().equals(said.field())
                    && Objects.equals(it.value(), said.value())
                    && (said.confidence() < NAMED
                        || isSameWords(it, said)
                        || isSetAgainst(it, evidence))
                    && (it.clause() >= said.clause()
                        || said.method().equals("encoder")
                        || isSetAgainst(it, evidence)));
  }
}

package dev.attune.engine.profile;

import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.profile.Intake.RefusedFact;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one door from a conversation to the profile: lets in what the vocabulary knows and the person
 * literally said. What comes in is declared, so it beats whatever was observed, imported or
 * inferred; among declared values the later one wins. Immutable.
 */
public final class ProfileIntake {
  /** The longest quote that is kept, in characters. */
  public static final int LONGEST_QUOTE = 120;

  private final Vocabulary vocabulary;
  private final String packVersion;

  /**
   * @param packVersion the version of what the facts were extracted with, kept with every fact
   */
  public ProfileIntake(Vocabulary vocabulary, String packVersion) {
    this.vocabulary = vocabulary;
    this.packVersion = packVersion;
  }

  /** Judges a turn's candidates against what is known; changes nothing itself. */
  public Intake take(
      Turn turn, List<CandidateFact> candidates, Map<String, ProfileValue> known, Instant now) {
    Map<String, ProfileValue> believed = new LinkedHashMap<>();
    Map<String, ProfileValue> replaced = new LinkedHashMap<>();
    List<RefusedFact> refused = new ArrayList<>();
    for (CandidateFact candidate : candidates) {
      Optional<Refusal> refusal = refusal(turn, candidate);
      if (refusal.isPresent()) {
        refused.add(new RefusedFact(candidate, refusal.get()));
        continue;
      }
      ProfileValue before = known.get(candidate.field());
      ProfileValue current = believed.getOrDefault(candidate.field(), before);
      String quote = quote(turn, candidate, believed.get(candidate.field()));
      believed.put(
          candidate.field(),
          new ProfileValue(joined(candidate, current), provenance(turn, candidate, quote, now)));
      if (before != null) replaced.put(candidate.field(), before);
    }
    return new Intake(believed, replaced, refused);
  }

  /** Why a candidate may not become a fact; empty when it may. */
  public Optional<Refusal> refusal(Turn turn, CandidateFact candidate) {
    Field field = vocabulary.profile().get(candidate.field());
    if (field == null || field.question() == null) return Optional.of(Refusal.UNKNOWN_FIELD);
    if (!allowed(field, candidate.value())) return Optional.of(Refusal.VALUE_NOT_ALLOWED);
    if (!quoted(turn, candidate.quote())) return Optional.of(Refusal.NOT_QUOTED);
    return candidate.isCertain() ? Optional.empty() : Optional.of(Refusal.UNCERTAIN);
  }

  private static boolean allowed(Field field, Object value) {
    return switch (field.type()) {
      case ONE_OF, MANY_OF -> field.values().contains(value);
      case TEXT -> value instanceof String text && !text.isBlank();
      case NUMBER -> value instanceof Double number && Double.isFinite(number);
      case FLAG -> value instanceof Boolean;
      case DATE -> value instanceof LocalDate;
    };
  }

  private static boolean quoted(Turn turn, String quote) {
    return !quote.isBlank() && quote.length() <= LONGEST_QUOTE && turn.text().contains(quote);
  }

  /** One more value of a many-of field joins those the person declared before. */
  private Object joined(CandidateFact candidate, @Nullable ProfileValue before) {
    Field field = vocabulary.profile().get(candidate.field());
    if (field == null || field.type() != FieldType.MANY_OF) return candidate.value();
    Set<Object> several = new LinkedHashSet<>();
    if (before != null
        && before.provenance().source() == Source.DECLARED
        && before.value() instanceof Set<?> declared) {
      several.addAll(declared);
    }
    several.add(candidate.value());
    return Collections.unmodifiableSet(several);
  }

  /** Several values of one turn are quoted together, as far as a quote may reach. */
  private static String quote(Turn turn, CandidateFact candidate, @Nullable ProfileValue sameTurn) {
    String other = sameTurn == null ? null : sameTurn.provenance().quote();
    if (other == null) return candidate.quote();
    int one = turn.text().indexOf(other);
    int two = turn.text().indexOf(candidate.quote());
    int end = Math.max(one + other.length(), two + candidate.quote().length());
    String both = turn.text().substring(Math.min(one, two), end);
    return both.length() <= LONGEST_QUOTE ? both : candidate.quote();
  }

  private Provenance provenance(Turn turn, CandidateFact fact, String quote, Instant now) {
    return new Provenance(
        Source.DECLARED, now, quote, turn.number(), fact.method(), fact.confidence(), packVersion);
  }
}

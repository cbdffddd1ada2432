package dev.attune.api.onboarding.dialogue;

import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.profile.Alternative;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.Intake;
import dev.attune.engine.profile.ProfileIntake;
import dev.attune.engine.profile.Refusal;
import dev.attune.engine.profile.Retraction;
import dev.attune.engine.profile.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an extraction means for a conversation: takes back first, then lets facts in by the door.
 */
public final class Interpretation {
  private final ProfileIntake intake;
  private final Turn turn;
  private final Instant now;
  private final Map<String, ProfileValue> known = new LinkedHashMap<>();
  private final Map<String, Noted> said = new LinkedHashMap<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private final Set<String> reopened = new LinkedHashSet<>();

  private Interpretation(ProfileIntake intake, Conversation before, Turn turn, Instant now) {
    this.intake = intake;
    this.turn = turn;
    this.now = now;
    before.noted().forEach((field, noted) -> known.put(field, profileValue(noted)));
  }

  /**
   * Reads an extraction.
   *
   * @param disputed fields about which two readings disagree
   */
  public static Findings of(
      Extraction extraction,
      Set<String> disputed,
      Conversation before,
      ProfileIntake intake,
      Turn turn,
      Instant now) {
    return new Interpretation(intake, before, turn, now).read(extraction, disputed);
  }

  private Findings read(Extraction extraction, Set<String> disputed) {
    extraction.retractions().forEach(this::takeBack);
    Intake taken = intake.take(turn, extraction.facts(), known, now);
    taken.refused().stream()
        .filter(refused -> refused.refusal() == Refusal.UNCERTAIN)
        .forEach(refused -> unsure(refused.fact()));
    taken.believed().forEach((field, value) -> said.put(field, noted(value)));
    removed.removeAll(said.keySet());
    reopened.removeAll(said.keySet());
    return new Findings(
        said, disputed, extraction.declined(), removed, reopened, offers(extraction));
  }

  private void takeBack(Retraction retraction) {
    String field = retraction.field();
    ProfileValue before = known.remove(field);
    if (retraction.value() == null) {
      removed.add(field);
    } else if (before != null && before.value() instanceof Collection<?> several) {
      takeOneBack(field, before, several, retraction.value());
    } else if (before != null && before.value().equals(retraction.value())) {
      reopened.add(field);
    } else if (before != null) {
      known.put(field, before);
    }
  }

  private void takeOneBack(
      String field, ProfileValue before, Collection<?> several, Object takenBack) {
    Set<Object> left = new LinkedHashSet<>(several);
    left.remove(takenBack);
    if (left.isEmpty()) {
      reopened.add(field);
      return;
    }
    ProfileValue rest = new ProfileValue(Collections.unmodifiableSet(left), before.provenance());
    known.put(field, rest);
    said.put(field, noted(rest));
  }

  private void unsure(CandidateFact fact) {
    Noted guess =
        new Noted(
            fact.value(), fact.quote(), turn.number(), fact.method(), fact.confidence(), "", now);
    Noted other = said.get(fact.field());
    if (other == null || other.confidence() < guess.confidence()) said.put(fact.field(), guess);
  }

  private static Map<String, List<Offer>> offers(Extraction extraction) {
    Map<String, List<Offer>> offers = new LinkedHashMap<>();
    extraction
        .alternatives()
        .forEach(
            (field, likely) ->
                offers.put(field, likely.stream().map(Interpretation::offer).toList()));
    return offers;
  }

  private static Offer offer(Alternative alternative) {
    return new Offer(alternative.value(), Choices.label(alternative.value()));
  }

  private static Noted noted(ProfileValue value) {
    Provenance from = value.provenance();
    return new Noted(
        value.value(),
        Objects.requireNonNullElse(from.quote(), ""),
        Objects.requireNonNullElse(from.turn(), 0),
        Objects.requireNonNullElse(from.method(), ""),
        Objects.requireNonNullElse(from.confidence(), 1.0),
        Objects.requireNonNullElse(from.packVersion(), ""),
        from.at());
  }

  /** A noted value as the profile keeps it. */
  public static ProfileValue profileValue(Noted noted) {
    return new ProfileValue(
        noted.value(),
        new Provenance(
            Source.DECLARED,
            noted.at(),
            noted.quote(),
            noted.turn(),
            noted.method(),
            noted.confidence(),
            noted.packVersion()));
  }
}

package dev.attune.api.onboarding.dialogue;

import dev.attune.api.onboarding.dialogue.Slot.Confirming;
import dev.attune.api.onboarding.dialogue.Slot.Declined;
import dev.attune.api.onboarding.dialogue.Slot.Filled;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.vocabulary.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is known from elsewhere into a conversation that starts or resumes. A value said too
 * long ago is asked back once for each time it was said; one the person's behaviour speaks against,
 * once and never again.
 */
final class Reviews {
  private final Collection<Field> fields;

  Reviews(Collection<Field> fields) {
    this.fields = fields;
  }

  Conversation review(
      Conversation before, Map<String, ProfileValue> known, Set<String> contradicted, Instant now) {
    Conversation reviewed = before;
    for (Field field : fields) {
      ProfileValue value = known.get(field.name());
      if (before.slot(field.name()) instanceof Declined) continue;
      if (value == null) {
        reviewed = forgottenElsewhere(reviewed, field);
      } else if (value.provenance().source() == Source.DECLARED) {
        Doubt doubt = doubt(field, value, contradicted, now);
        reviewed = take(reviewed, field, noted(value), doubt);
      }
    }
    return reviewed;
  }

  private static @Nullable Doubt doubt(
      Field field, ProfileValue value, Set<String> contradicted, Instant now) {
    if (contradicted.contains(field.name())) return Doubt.CONTRADICTED;
    Duration believed = field.reviewAfter();
    boolean stale = believed != null && value.provenance().at().plus(believed).isBefore(now);
    return stale ? Doubt.STALE : null;
  }

  private static Conversation take(
      Conversation before, Field field, Noted noted, @Nullable Doubt doubt) {
    String name = field.name();
    if (doubt != null && !before.reviewed().contains(review(name, noted, doubt))) {
      List<Offer> current =
          noted.value() instanceof Collection<?>
              ? List.of()
              : List.of(new Offer(noted.value(), Choices.label(noted.value())));
      Slot back = new Confirming(0, doubt, Choices.likely(field, current), noted);
      return before.reviewing(review(name, noted, doubt)).with(name, back);
    }
    boolean same =
        before.slot(name).noted().map(kept -> kept.value().equals(noted.value())).orElse(false);
    return same ? before : before.with(name, new Filled(before.slot(name).asks(), noted));
  }

  /** What was said again later may grow old again; behaviour is brought up once and for all. */
  private static String review(String name, Noted noted, Doubt doubt) {
    return doubt == Doubt.STALE ? name + " of " + noted.at() : name;
  }

  /** The person removed it elsewhere, for example on their data page. */
  private static Conversation forgottenElsewhere(Conversation before, Field field) {
    return before.slot(field.name()) instanceof Filled filled
        ? before.with(field.name(), new Slot.Open(filled.asks()))
        : before;
  }

  private static Noted noted(ProfileValue value) {
    Provenance from = value.provenance();
    return new Noted(
        value.value(),
        from.quote() == null ? "" : from.quote(),
        0,
        from.method() == null ? "api" : from.method(),
        from.confidence() == null ? 1.0 : from.confidence(),
        from.packVersion() == null ? "" : from.packVersion(),
        from.at());
  }
}

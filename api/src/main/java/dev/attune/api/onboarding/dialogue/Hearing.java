package dev.attune.api.onboarding.dialogue;

import dev.attune.api.onboarding.dialogue.Slot.Confirming;
import dev.attune.api.onboarding.dialogue.Slot.Declined;
import dev.attune.api.onboarding.dialogue.Slot.Filled;
import dev.attune.api.onboarding.dialogue.Slot.Open;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.vocabulary.Field;
import java.util.Collection;
import java.util.List;

/** Puts what one message told into the slots. The latest statement wins. */
final class Hearing {
  /** From here on a value is worth asking back. */
  static final double WORTH_ASKING = 0.35;

  private final Collection<Field> fields;

  Hearing(Collection<Field> fields) {
    this.fields = fields;
  }

  Conversation hear(Conversation before, Findings findings) {
    Conversation heard = before;
    for (Field field : fields) {
      Slot slot = before.slot(field.name());
      Slot after = after(field, slot, findings);
      if (!after.equals(slot)) heard = heard.with(field.name(), after);
    }
    return heard;
  }

  private static Slot after(Field field, Slot slot, Findings findings) {
    String name = field.name();
    Noted said = findings.said().get(name);
    if (findings.disputed().contains(name)) {
      return doubtful(field, slot, Doubt.DISPUTED, findings.offers(name));
    }
    if (said != null && said.confidence() >= CandidateFact.CERTAIN) return filled(slot, said);
    if (findings.declined().contains(name) || findings.removed().contains(name)) {
      return new Declined(slot.asks());
    }
    if (findings.reopened().contains(name)) return new Open(0);
    if (said != null && said.confidence() >= WORTH_ASKING && !isNoted(slot, said.value())) {
      List<Offer> guess = List.of(new Offer(single(said.value()), Choices.label(said.value())));
      List<Offer> ranked = findings.offers(name);
      return doubtful(field, slot, Doubt.UNSURE, ranked.isEmpty() ? guess : ranked);
    }
    return slot;
  }

  private static Slot filled(Slot slot, Noted said) {
    return slot instanceof Filled && isNoted(slot, said.value())
        ? slot
        : new Filled(slot.asks(), said);
  }

  /** A guess never reopens what the person declined. */
  private static Slot doubtful(Field field, Slot slot, Doubt doubt, List<Offer> ranked) {
    if (slot instanceof Declined) return slot;
    int asks = slot instanceof Open || slot instanceof Confirming ? slot.asks() : 0;
    return new Confirming(asks, doubt, Choices.likely(field, ranked), slot.noted().orElse(null));
  }

  private static boolean isNoted(Slot slot, Object value) {
    return slot.noted().map(noted -> noted.value().equals(value)).orElse(false);
  }

  private static Object single(Object value) {
    return value instanceof Collection<?> several && several.size() == 1
        ? several.iterator().next()
        : value;
  }
}

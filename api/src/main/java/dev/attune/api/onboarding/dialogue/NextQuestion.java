package dev.attune.api.onboarding.dialogue;

import dev.attune.api.onboarding.dialogue.Slot.Asked;
import dev.attune.api.onboarding.dialogue.Slot.Confirming;
import dev.attune.api.onboarding.dialogue.Slot.Filled;
import dev.attune.api.onboarding.dialogue.Slot.Open;
import dev.attune.engine.vocabulary.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Chooses what to ask next: first what is in doubt, then the most valuable open field, which is the
 * one the vocabulary declares first. At most six questions; none about a field a third time. A
 * finished conversation only ever asks back about a doubt.
 */
final class NextQuestion {
  static final int MOST_QUESTIONS = 6;
  private static final int MOST_ASKS = 2;

  private final Collection<Field> fields;

  NextQuestion(Collection<Field> fields) {
    this.fields = fields;
  }

  /** The conversation with its next question open, or its recap when nothing is left to ask. */
  Asking after(Conversation heard, Map<String, List<Offer>> ranked) {
    Conversation settled = letRest(heard);
    boolean finished = settled.phase() == Phase.DONE;
    if (finished || settled.questions() < MOST_QUESTIONS) {
      for (Field field : fields) {
        if (settled.slot(field.name()) instanceof Confirming doubtful) {
          return confirm(settled, field, doubtful);
        }
      }
    }
    if (!finished && settled.questions() < MOST_QUESTIONS) {
      for (Field field : fields) {
        Slot slot = settled.slot(field.name());
        boolean open = slot instanceof Open || slot instanceof Asked;
        if (open && slot.asks() < MOST_ASKS) return ask(settled, field, slot, ranked);
      }
    }
    return new Asking(settled.in(Phase.RECAP), new Intent.Recap());
  }

  /** A conversation and what it says next. */
  record Asking(Conversation next, Intent intent) {}

  private static Asking confirm(Conversation now, Field field, Confirming slot) {
    Confirming asked = new Confirming(slot.asks() + 1, slot.doubt(), slot.offers(), slot.kept());
    return new Asking(
        now.asking(field.name(), asked),
        new Intent.Confirm(field.name(), slot.doubt(), slot.offers()));
  }

  private static Asking ask(
      Conversation now, Field field, Slot slot, Map<String, List<Offer>> ranked) {
    List<Offer> heard = slot instanceof Asked asked ? asked.offers() : List.of();
    List<Offer> offers = Choices.likely(field, ranked.getOrDefault(field.name(), heard));
    return new Asking(
        now.asking(field.name(), new Asked(slot.asks() + 1, offers)),
        new Intent.Ask(field.name(), slot.asks() > 0, offers));
  }

  /** A doubt that was asked about twice rests: what was noted stays, a guess is dropped. */
  private static Conversation letRest(Conversation heard) {
    Conversation settled = heard;
    for (Map.Entry<String, Slot> entry : heard.slots().entrySet()) {
      if (entry.getValue() instanceof Confirming doubtful && doubtful.asks() >= MOST_ASKS) {
        settled = settled.with(entry.getKey(), withoutDoubt(doubtful));
      }
    }
    return settled;
  }

  static Slot withoutDoubt(Confirming slot) {
    return slot.kept() == null ? new Open(MOST_ASKS) : new Filled(slot.asks(), slot.kept());
  }
}

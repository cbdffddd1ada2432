package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Conversation;
import dev.attune.api.onboarding.dialogue.Findings;
import dev.attune.api.onboarding.dialogue.Interpretation;
import dev.attune.api.onboarding.dialogue.Noted;
import dev.attune.api.onboarding.dialogue.Slot;
import dev.attune.api.onboarding.model.Agreement.Agreed;
import dev.attune.api.onboarding.model.ModelExtractor;
import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.Turn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads one message: always without a model, and with one beside it when the person agreed. */
final class Reading {
  private static final Duration QUICK = Duration.ofSeconds(4);

  private final OnboardingPorts ports;
  private final Talk talk;
  private final Relay relay;

  Reading(OnboardingPorts ports, Talk talk, Relay relay) {
    this.ports = ports;
    this.talk = talk;
    this.relay = relay;
  }

  /**
   * What was read.
   *
   * @param modelIsQuick whether a model may also be asked to word the answer
   */
  record Read(Findings findings, boolean modelIsQuick) {}

  CompletionStage<Read> read(Conversation before, Turn turn, boolean consent) {
    Set<String> asked = before.openQuestion().map(Set::of).orElse(Set.of());
    long begunNanos = System.nanoTime();
    CompletionStage<Optional<Extraction>> model = model(before, turn, asked, consent);
    return CompletableFuture.supplyAsync(
            () -> talk.understanding().extractor().extract(turn, state(before), asked),
            ports.workers())
        .thenCombine(
            model,
            (embedded, answer) -> {
              Agreed agreed =
                  answer
                      .map(one -> talk.agreement().agree(turn, embedded, one))
                      .orElseGet(() -> Agreed.of(embedded));
              Duration took = Duration.ofNanos(System.nanoTime() - begunNanos);
              boolean quick = answer.isPresent() && took.compareTo(QUICK) < 0;
              return new Read(findings(before, turn, agreed), quick);
            });
  }

  private CompletionStage<Optional<Extraction>> model(
      Conversation before, Turn turn, Set<String> asked, boolean consent) {
    Talk.Model model = talk.model();
    if (model == null || !consent) return CompletableFuture.completedFuture(Optional.empty());
    ModelExtractor.Reading reading = model.extractor().start(before.session(), turn, asked);
    relay.onGone(reading.cancel());
    return reading.extraction();
  }

  private Findings findings(Conversation before, Turn turn, Agreed agreed) {
    return Interpretation.of(
        agreed.extraction(),
        agreed.disputed(),
        before,
        talk.intake(),
        turn,
        ports.clock().instant());
  }

  private static ConversationState state(Conversation before) {
    Map<String, Object> noted = new LinkedHashMap<>();
    for (Map.Entry<String, Noted> entry : before.noted().entrySet()) {
      noted.put(entry.getKey(), entry.getValue().value());
    }
    Set<String> declined = new LinkedHashSet<>();
    before
        .slots()
        .forEach(
            (field, slot) -> {
              if (slot instanceof Slot.Declined) declined.add(field);
            });
    return new ConversationState(noted, declined);
  }
}

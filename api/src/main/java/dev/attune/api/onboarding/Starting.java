package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Conversation;
import dev.attune.api.onboarding.dialogue.Line;
import dev.attune.api.onboarding.dialogue.Step;
import dev.attune.api.onboarding.prompt.Phraser;
import dev.attune.engine.fact.Known;
import dev.attune.engine.vocabulary.Purpose;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A conversation's first words, or its words to somebody who comes back. Used once. */
final class Starting {
  private final OnboardingPorts ports;
  private final Talk talk;
  private final Opening opening;

  Starting(OnboardingPorts ports, Talk talk, Opening opening) {
    this.ports = ports;
    this.talk = talk;
    this.opening = opening;
  }

  /**
   * A conversation opened.
   *
   * @param model whether a language model may read what the person writes
   */
  record Opened(Answer answer, boolean model) {}

  CompletionStage<Opened> from(Conversation before) {
    return consented()
        .thenCompose(nothing -> ports.profiles().load(opening.person()))
        .thenCompose(known -> opened(before, known));
  }

  private CompletionStage<Opened> opened(Conversation before, Known known) {
    boolean model = known.consent().allows(Purpose.AI_ONBOARDING);
    return answered(begun(before, known)).thenApply(answer -> new Opened(answer, model));
  }

  private CompletionStage<Void> consented() {
    if (opening.model() == null) return CompletableFuture.completedFuture(null);
    return ports.profiles().consent(opening.person(), Purpose.AI_ONBOARDING, opening.model());
  }

  private Step begun(Conversation before, Known known) {
    return talk.dialogue()
        .begin(before, known.profile(), ports.contradictions().in(known), ports.clock().instant());
  }

  private CompletionStage<Answer> answered(Step step) {
    Phraser phraser = new Phraser(ports.prompts().current(), talk.dialogue().fields());
    String say = phraser.open(step);
    Conversation next = saying(step.next(), say);
    Step said = new Step(next, step.changes(), step.understood(), step.intent());
    return Turning.decide(ports, next.person(), opening.placements())
        .thenApply(
            decision ->
                new Answer(said, talk.dialogue().fields(), phraser, say, decision.orElse(null)));
  }

  /** Whoever only comes back without a word is not greeted twice. */
  private static Conversation saying(Conversation now, String words) {
    List<Line> lines = now.lines();
    boolean said =
        !lines.isEmpty() && lines.get(lines.size() - 1).equals(new Line(false, now.turn(), words));
    return said ? now : now.saying(new Line(false, now.turn(), words));
  }
}

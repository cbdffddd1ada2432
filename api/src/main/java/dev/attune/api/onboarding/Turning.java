package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Change;
import dev.attune.api.onboarding.dialogue.Choices;
import dev.attune.api.onboarding.dialogue.Conversation;
import dev.attune.api.onboarding.dialogue.Findings;
import dev.attune.api.onboarding.dialogue.Interpretation;
import dev.attune.api.onboarding.dialogue.Line;
import dev.attune.api.onboarding.dialogue.Move;
import dev.attune.api.onboarding.dialogue.Offer;
import dev.attune.api.onboarding.dialogue.Step;
import dev.attune.api.onboarding.prompt.Command;
import dev.attune.api.onboarding.prompt.Commands;
import dev.attune.api.onboarding.prompt.Phraser;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.profile.ProfileIntake;
import dev.attune.engine.profile.Turn;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Purpose;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One turn from the person's move to the answer. Used once. */
final class Turning {
  private final OnboardingPorts ports;
  private final Talk talk;
  private final Relay relay;
  private final Wording wording;
  private final Reading reading;

  Turning(OnboardingPorts ports, Talk talk, Relay relay) {
    this.ports = ports;
    this.talk = talk;
    this.relay = relay;
    this.wording = new Wording(talk, relay);
    this.reading = new Reading(ports, talk, relay);
  }

  CompletionStage<Answer> take(Conversation before, Move move, List<PlacementRequest> placements) {
    return ports
        .profiles()
        .load(before.person())
        .thenCompose(known -> step(before, move, known.consent().allows(Purpose.AI_ONBOARDING)))
        .thenCompose(this::written)
        .thenCompose(taken -> answered(taken, placements));
  }

  /**
   * A turn taken.
   *
   * @param model whether a model may word the answer
   */
  private record Taken(Step step, boolean model) {}

  private CompletionStage<Taken> step(Conversation before, Move move, boolean consent) {
    if (!(move instanceof Move.Say say)) {
      Step step = talk.dialogue().move(pressed(before, move), move, ports.clock().instant());
      return CompletableFuture.completedFuture(new Taken(step, consent));
    }
    String text = Masking.mask(say.text()).strip();
    Conversation heard = before.saying(new Line(true, before.turn() + 1, text));
    Optional<Move> named = named(before, text);
    if (named.isPresent()) {
      Step step = talk.dialogue().move(heard, named.get(), ports.clock().instant());
      return CompletableFuture.completedFuture(new Taken(step, consent));
    }
    Commands.Heard parts = parts(before, text);
    if (parts.command().isPresent() && parts.rest().isEmpty()) {
      Move asked = move(parts.command().get(), shortened(text));
      Step step = talk.dialogue().move(heard, asked, ports.clock().instant());
      return CompletableFuture.completedFuture(new Taken(step, consent));
    }
    return reading
        .read(heard, new Turn(before.turn() + 1, parts.rest()), consent)
        .thenApply(read -> new Taken(hear(heard, parts, read.findings()), read.modelIsQuick()));
  }

  /** A greeting beside other words says nothing; nor does a yes where nothing was asked. */
  private Commands.Heard parts(Conversation before, String text) {
    Commands.Heard parts = ports.prompts().current().commands().hear(text);
    Optional<Command> command =
        parts
            .command()
            .filter(one -> parts.rest().isEmpty() || one.goesBesideWords())
            .filter(one -> talk.dialogue().takes(before, move(one, text)));
    if (command.equals(parts.command())) return parts;
    return new Commands.Heard(command, parts.rest().isEmpty() ? text : parts.rest());
  }

  /** A chosen value stands in the conversation like a written one. */
  private Conversation pressed(Conversation before, Move move) {
    return move instanceof Move.Choose choose
        ? before.saying(new Line(true, before.turn() + 1, phraser().value(choose.value())))
        : before;
  }

  /** The value of the open question whose words, as its button shows them, were written. */
  private Optional<Move> named(Conversation before, String text) {
    Field field = talk.dialogue().fields().get(Objects.requireNonNullElse(before.asking(), ""));
    if (field == null) return Optional.empty();
    Phraser phraser = phraser();
    return Choices.all(field).stream()
        .map(Offer::value)
        .filter(value -> phraser.value(value).equalsIgnoreCase(text))
        .findFirst()
        .map(value -> new Move.Name(field.name(), value, shortened(text)));
  }

  private Phraser phraser() {
    return new Phraser(ports.prompts().current(), talk.dialogue().fields());
  }

  /** What a message says is heard first; a command beside it decides how the answer begins. */
  private Step hear(Conversation heard, Commands.Heard parts, Findings findings) {
    Step said = talk.dialogue().hear(heard, findings);
    if (parts.command().isEmpty()) return said;
    Move asked = move(parts.command().get(), "");
    return talk.dialogue().also(said, asked, ports.clock().instant());
  }

  private static String shortened(String quote) {
    return quote.substring(0, Math.min(quote.length(), ProfileIntake.LONGEST_QUOTE));
  }

  private static Move move(Command command, String words) {
    return switch (command) {
      case HELLO -> new Move.Greet();
      case FORGET -> new Move.Forget();
      case YES -> new Move.Agree(words);
      case NO -> new Move.Disagree();
      case FIRST -> new Move.Pick(0);
      case SECOND -> new Move.Pick(1);
      case THIRD -> new Move.Pick(2);
      case WHY -> new Move.Why();
      case SKIP -> new Move.Skip(null);
      case UNDO -> new Move.Undo();
      case RECAP -> new Move.ShowNoted();
      case LATER -> new Move.Later();
      case FINISH -> new Move.Finish();
    };
  }

  private CompletionStage<Taken> written(Taken taken) {
    Map<String, ProfileValue> values = new LinkedHashMap<>();
    Set<String> removed = new LinkedHashSet<>();
    for (Change change : taken.step().changes()) {
      if (change.now() == null) removed.add(change.field());
      else values.put(change.field(), Interpretation.profileValue(change.now()));
    }
    if (values.isEmpty() && removed.isEmpty()) return CompletableFuture.completedFuture(taken);
    return ports
        .profiles()
        .write(taken.step().next().person(), values, removed)
        .thenApply(done -> taken);
  }

  private CompletionStage<Answer> answered(Taken taken, List<PlacementRequest> placements) {
    Step step = taken.step();
    Phraser phraser = phraser();
    String sentence = phraser.answer(step);
    AnswerJson parts =
        new AnswerJson(new Answer(step, talk.dialogue().fields(), phraser, sentence, null));
    relay.tell("facts", new JsonObject().put("facts", parts.facts()));
    parts.ask().ifPresent(ask -> relay.tell("ask", ask));
    CompletionStage<Optional<Decision>> decision = decide(ports, step.next().person(), placements);
    decision.thenAccept(
        decided -> decided.ifPresent(one -> relay.tell("decision", DecisionJson.of(one))));
    return wording
        .word(step.next().session(), sentence, taken.model())
        .thenCombine(
            decision,
            (say, decided) ->
                new Answer(
                    said(step, say), talk.dialogue().fields(), phraser, say, decided.orElse(null)));
  }

  /** Decides on the facts just written; empty when no placement is named. */
  static CompletionStage<Optional<Decision>> decide(
      OnboardingPorts ports, PersonId person, List<PlacementRequest> placements) {
    if (placements.isEmpty()) return CompletableFuture.completedFuture(Optional.empty());
    return ports
        .decisions()
        .apply(new DecisionRequest(person, placements, VisitContext.EMPTY, false, false))
        .thenApply(Optional::of);
  }

  private static Step said(Step step, String say) {
    Conversation next = step.next().saying(new Line(false, step.next().turn(), say));
    return new Step(next, step.changes(), step.understood(), step.intent());
  }
}

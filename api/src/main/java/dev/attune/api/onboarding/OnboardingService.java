package dev.attune.api.onboarding;

import dev.attune.api.onboarding.TurnOutcome.Reason;
import dev.attune.api.onboarding.TurnOutcome.Refused;
import dev.attune.api.onboarding.dialogue.Conversation;
import dev.attune.api.onboarding.dialogue.Intent;
import dev.attune.api.onboarding.dialogue.Line;
import dev.attune.api.onboarding.dialogue.Move;
import dev.attune.api.onboarding.dialogue.Step;
import dev.attune.api.onboarding.prompt.Phraser;
import dev.attune.engine.fact.Known;
import dev.attune.engine.vocabulary.Purpose;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The conversation as callers see it: open it, take turns, look at it. Never blocks; safe for any
 * thread. A failed stage means that a store did not answer.
 */
public final class OnboardingService {
  private static final int MOST_MESSAGES = 40;
  private static final int MOST_TURNS = 160;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final OnboardingPorts ports;
  private volatile @Nullable Talk talk;

  public OnboardingService(OnboardingPorts ports) {
    this.ports = ports;
  }

  /** Starts a conversation or goes on with the person's last one. */
  public CompletionStage<TurnOutcome> open(Opening opening) {
    return ports
        .conversations()
        .sessionOf(opening.person())
        .thenCompose(
            session -> {
              String id = session.orElseGet(OnboardingService::unguessable);
              return alone(id, () -> begin(id, opening));
            });
  }

  /** Takes one turn. */
  public CompletionStage<TurnOutcome> take(String session, TurnRequest request, Relay relay) {
    return alone(
        session,
        () ->
            load(session)
                .thenCompose(
                    stored ->
                        stored.isEmpty()
                            ? refused(Reason.UNKNOWN_SESSION)
                            : take(stored.get(), request, relay)));
  }

  /** The conversation as it stands, with what was said lately; changes nothing. */
  public CompletionStage<Optional<JsonObject>> look(String session) {
    return load(session).thenApply(stored -> stored.map(this::view));
  }

  private CompletionStage<TurnOutcome> begin(String session, Opening opening) {
    return consented(opening)
        .thenCompose(nothing -> ports.profiles().load(opening.person()))
        .thenCombine(load(session), (known, stored) -> new Begun(known, stored))
        .thenCompose(
            begun -> contradicted(begun.known()).thenApply(fields -> begun.step(fields, session)))
        .thenCompose(begun -> answer(begun, opening));
  }

  /** A conversation being opened. */
  private record Opened(Stored stored, Step step) {}

  private final class Begun {
    private final Known known;
    private final Optional<Stored> stored;

    Begun(Known known, Optional<Stored> stored) {
      this.known = known;
      this.stored = stored;
    }

    Known known() {
      return known;
    }

    Opened step(Set<String> contradicted, String session) {
      Stored before =
          stored.orElseGet(() -> new Stored(Conversation.start(session, known.person()), null));
      Step step =
          talk()
              .dialogue()
              .begin(before.conversation(), known.profile(), contradicted, ports.clock().instant());
      return new Opened(before, step);
    }
  }

  private CompletionStage<TurnOutcome> answer(Opened opened, Opening opening) {
    Talk talk = talk();
    Phraser phraser = new Phraser(ports.prompts().current(), talk.dialogue().fields());
    String say = phraser.open(opened.step());
    Step step = said(opened.step(), say);
    Turning turning = new Turning(ports, talk, Relay.NONE);
    return turning
        .decide(step.next().person(), opening.placements())
        .thenCompose(
            decision -> {
              Answer answer =
                  new Answer(step, talk.dialogue().fields(), phraser, say, decision.orElse(null));
              JsonObject json = new AnswerJson(answer).whole();
              json.put("person", person(step.next()));
              Stored next = new Stored(step.next(), opened.stored().last());
              return save(next).thenApply(done -> new TurnOutcome.Answered(json));
            });
  }

  private CompletionStage<TurnOutcome> take(Stored stored, TurnRequest request, Relay relay) {
    Optional<JsonObject> again = stored.again(request);
    if (again.isPresent()) return done(new TurnOutcome.Answered(again.get()));
    if (stored.reusesKey(request)) return refused(Reason.KEY_REUSED);
    if (stored.isOutOfTurn(request)) return refused(Reason.OUT_OF_TURN);
    if (isFull(stored.conversation(), request.move())) return refused(Reason.FULL);
    Talk talk = talk();
    Optional<Move> move = Moves.typed(request.move(), talk.dialogue().fields());
    if (move.isEmpty()) return refused(Reason.UNKNOWN_CHOICE);
    return new Turning(ports, talk, relay)
        .take(stored.conversation(), move.get(), request.placements())
        .thenCompose(
            answer -> {
              JsonObject json = new AnswerJson(answer).whole();
              Stored next = stored.answered(request, answer.step().next(), json);
              return save(next).thenApply(done -> new TurnOutcome.Answered(json));
            });
  }

  private static boolean isFull(Conversation conversation, Move move) {
    long messages = conversation.lines().stream().filter(Line::byPerson).count();
    return conversation.turn() >= MOST_TURNS
        || (move instanceof Move.Say && Math.max(messages, 0) >= MOST_MESSAGES);
  }

  private JsonObject view(Stored stored) {
    Talk talk = talk();
    Conversation now = stored.conversation();
    Phraser phraser = new Phraser(ports.prompts().current(), talk.dialogue().fields());
    Intent intent = talk.dialogue().standing(now);
    Step step = new Step(now, List.of(), true, intent);
    String say = now.lines().isEmpty() ? "" : now.lines().get(now.lines().size() - 1).text();
    Answer answer = new Answer(step, talk.dialogue().fields(), phraser, say, null);
    return new AnswerJson(answer).whole().put("lines", AnswerJson.lines(now));
  }

  private CompletionStage<Void> consented(Opening opening) {
    if (opening.model() == null) return done(null);
    return ports.profiles().consent(opening.person(), Purpose.AI_ONBOARDING, opening.model());
  }

  private CompletionStage<Set<String>> contradicted(Known known) {
    return ports.profiles().contradicted(known).exceptionally(unknown -> Set.of());
  }

  private static Step said(Step step, String say) {
    Conversation next = step.next().saying(new Line(false, step.next().turn(), say));
    return new Step(next, step.changes(), step.understood(), step.intent());
  }

  private static JsonObject person(Conversation now) {
    String name = now.person().anonymous() ? "anonymousId" : "userId";
    return new JsonObject().put(name, now.person().value());
  }

  /** One turn of a session at a time. */
  private CompletionStage<TurnOutcome> alone(
      String session, Supplier<CompletionStage<TurnOutcome>> turn) {
    String token = unguessable();
    return ports
        .conversations()
        .claim(session, token)
        .thenCompose(
            claimed -> {
              if (!claimed) return refused(Reason.BUSY);
              return started(turn)
                  .whenComplete(
                      (outcome, failure) -> ports.conversations().release(session, token));
            });
  }

  private static CompletionStage<TurnOutcome> started(Supplier<CompletionStage<TurnOutcome>> turn) {
    try {
      return turn.get();
    } catch (RuntimeException bug) {
      return CompletableFuture.failedFuture(bug);
    }
  }

  private CompletionStage<Optional<Stored>> load(String session) {
    return ports.conversations().load(session).thenApply(text -> text.map(Stored::of));
  }

  private CompletionStage<Void> save(Stored stored) {
    Conversation now = stored.conversation();
    return ports.conversations().save(now.session(), now.person(), stored.text());
  }

  /** What a conversation needs, made once for each vocabulary. */
  private Talk talk() {
    Understanding understanding = ports.understanding().get();
    Talk current = talk;
    if (current == null || !current.understanding().equals(understanding)) {
      current = Talk.about(understanding, ports.prompts(), ports.model());
      talk = current;
    }
    return current;
  }

  private static CompletionStage<TurnOutcome> refused(Reason reason) {
    return done(new Refused(reason));
  }

  private static <T extends @Nullable Object> CompletionStage<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }

  private static String unguessable() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

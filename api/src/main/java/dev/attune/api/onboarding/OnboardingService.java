package dev.attune.api.onboarding;

import dev.attune.api.onboarding.TurnOutcome.Reason;
import dev.attune.api.onboarding.TurnOutcome.Refused;
import dev.attune.api.onboarding.dialogue.Conversation;
import dev.attune.api.onboarding.dialogue.Intent;
import dev.attune.api.onboarding.dialogue.Move;
import dev.attune.api.onboarding.dialogue.Step;
import dev.attune.api.onboarding.prompt.Phraser;
import dev.attune.engine.fact.PersonId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
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

  /**
   * Takes one turn.
   *
   * @param mayActFor whether the caller may speak for a person; another's conversation is unknown
   */
  public CompletionStage<TurnOutcome> take(
      String session, TurnRequest request, Relay relay, Predicate<PersonId> mayActFor) {
    return alone(
        session,
        () ->
            load(session)
                .thenApply(stored -> stored.filter(own(mayActFor)))
                .thenCompose(
                    stored ->
                        stored.isEmpty()
                            ? refused(Reason.UNKNOWN_SESSION)
                            : take(stored.get(), request, relay)));
  }

  /** The conversation as it stands, with what was said lately; changes nothing. */
  public CompletionStage<Optional<JsonObject>> look(String session, Predicate<PersonId> mayActFor) {
    return load(session).thenApply(stored -> stored.filter(own(mayActFor)).map(this::view));
  }

  /** All that is kept of what people said; two names of one person may share a conversation. */
  public CompletionStage<JsonArray> export(List<PersonId> people) {
    CompletionStage<Map<String, JsonObject>> all =
        CompletableFuture.completedFuture(new LinkedHashMap<>());
    for (PersonId person : people) {
      all =
          all.thenCombine(
              view(person),
              (found, view) -> {
                view.ifPresent(one -> found.put(one.getString("session"), one));
                return found;
              });
    }
    return all.thenApply(found -> new JsonArray(List.copyOf(found.values())));
  }

  private CompletionStage<Optional<JsonObject>> view(PersonId person) {
    return ports
        .conversations()
        .sessionOf(person)
        .thenCompose(
            session -> session.isEmpty() ? done(Optional.<Stored>empty()) : load(session.get()))
        .thenApply(stored -> stored.map(this::view));
  }

  private static Predicate<Stored> own(Predicate<PersonId> mayActFor) {
    return stored -> mayActFor.test(stored.conversation().person());
  }

  private CompletionStage<TurnOutcome> begin(String session, Opening opening) {
    return load(session)
        .thenCompose(
            found -> {
              Conversation fresh = Conversation.start(session, opening.person());
              Stored stored = found.orElseGet(() -> new Stored(fresh, null));
              return new Starting(ports, talk(), opening)
                  .from(stored.conversation().of(opening.person()))
                  .thenCompose(opened -> begun(stored, opened));
            });
  }

  private CompletionStage<TurnOutcome> begun(Stored stored, Starting.Opened opened) {
    Conversation next = opened.answer().step().next();
    JsonObject json =
        new AnswerJson(opened.answer())
            .whole()
            .put("person", person(next))
            .put("model", opened.model());
    return saved(new Stored(next, stored.last()), json);
  }

  private CompletionStage<TurnOutcome> take(Stored stored, TurnRequest request, Relay relay) {
    Optional<JsonObject> again = stored.again(request);
    if (again.isPresent()) return done(new TurnOutcome.Answered(again.get()));
    if (stored.reusesKey(request)) return refused(Reason.KEY_REUSED);
    if (stored.isOutOfTurn(request)) return refused(Reason.OUT_OF_TURN);
    if (isFull(stored.conversation(), request.move())) return refused(Reason.FULL);
    Talk talk = talk();
    Optional<Move> move = Moves.typed(request.move(), talk.dialogue().fields());
    if (move.isEmpty()) {
      String wrong = Moves.wrong(request.move(), talk.dialogue().fields());
      return done(new Refused(Reason.UNKNOWN_CHOICE, wrong));
    }
    return new Turning(ports, talk, relay)
        .take(stored.conversation(), move.get(), request.placements())
        .thenCompose(
            answer -> {
              JsonObject json = new AnswerJson(answer).whole();
              Stored next = stored.answered(request, answer.step().next(), json);
              return saved(next, json);
            });
  }

  private static boolean isFull(Conversation conversation, Move move) {
    return conversation.turn() >= (move instanceof Move.Say ? MOST_MESSAGES : MOST_TURNS);
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

  private static JsonObject person(Conversation now) {
    String name = now.person().anonymous() ? "anonymousId" : "userId";
    return new JsonObject().put(name, now.person().value());
  }

  /** One turn of a session at a time; whoever has the answer may take the next. */
  private CompletionStage<TurnOutcome> alone(
      String session, Supplier<CompletionStage<TurnOutcome>> turn) {
    String token = unguessable();
    return ports
        .conversations()
        .claim(session, token)
        .thenCompose(
            claimed -> {
              if (!claimed) return refused(Reason.BUSY);
              CompletionStage<TurnOutcome> taken = started(turn);
              return taken
                  .handle((outcome, failure) -> outcome)
                  .thenCompose(over -> ports.conversations().release(session, token))
                  .exceptionally(runsOut -> null)
                  .thenCompose(released -> taken);
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

  private CompletionStage<TurnOutcome> saved(Stored stored, JsonObject answer) {
    Conversation now = stored.conversation();
    return ports
        .conversations()
        .save(now.session(), now.person(), stored.text())
        .thenApply(
            kept ->
                kept ? new TurnOutcome.Answered(answer) : new Refused(Reason.PERSON_ERASED, null));
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
    return done(new Refused(reason, null));
  }

  private static <T> CompletionStage<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }

  private static String unguessable() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package dev.attune.api.redis;

import dev.attune.api.redis.Recollection.Recalled;
import dev.attune.engine.action.Kind;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.Bound;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Reservation;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces.Layout;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.NestedMultiOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The account of interruptions in Redis: one script for each step, on the person's facts. */
public final class RedisAttention implements AttentionLedger {
  private static final Script RESERVE = Script.entering("reserve");
  private static final Script MET = Script.changing("met");
  private static final Script GIVE_BACK = Script.changing("giveback");
  private static final Script LAY_OUT = Script.changing("layout");
  private static final byte[] FACTS_MILLIS = Form.bytes(Keys.FACTS.toMillis());
  private static final String ANY = "*";

  private static final byte[] NONE = {};

  private final RedisLinks links;
  private final Keys keys;
  private final Whereabouts whereabouts;
  private final Recollection recollection;
  private final Told told;

  RedisAttention(RedisLinks links, Keys keys, Whereabouts whereabouts, Recollection recollection) {
    this.links = links;
    this.keys = keys;
    this.whereabouts = whereabouts;
    this.recollection = recollection;
    this.told = new Told(links, keys);
  }

  @Override
  public CompletionStage<List<Grant>> reserve(
      PersonId person, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
    if (asks.isEmpty()) return CompletableFuture.completedFuture(List.of());
    List<byte[]> args = asked(decision, asks, now, expiresAt, NONE, NONE);
    return whereabouts
        .run(RESERVE, Patience.WRITE, person, Keys.Person::ofDecision, args)
        .thenApply(
            answers -> {
              Recalled recalled = recollection.of(person);
              return recalled == null ? grants(asks, answers) : kept(recalled, asks, answers);
            });
  }

  /** What is recalled follows the reservations; whether its facts still hold, its mark says. */
  private List<Grant> kept(Recalled recalled, List<Ask> asks, List<Object> answers) {
    if (answers.size() > asks.size())
      recollection.keep(after(recalled, (byte[]) answers.get(asks.size())));
    return grants(asks, answers);
  }

  @Override
  public CompletionStage<Optional<List<Grant>>> reserveAsOf(
      Known known, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
    Recalled recalled = recollection.of(known.person());
    if (recalled == null || recalled.known() != known)
      return CompletableFuture.completedFuture(Optional.empty());
    if (asks.isEmpty())
      return recollection
          .holds(recalled)
          .thenApply(holds -> holds ? Optional.of(List.of()) : Optional.empty());
    List<byte[]> args = asked(decision, asks, now, expiresAt, recalled.mark(), recalled.reserved());
    return RESERVE
        .run(
            links.here(),
            Patience.READ,
            keys.person(known.person()).ofDecision(),
            args,
            () -> new NestedMultiOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(
            answers -> {
              if (answers.size() <= asks.size()) {
                recollection.drop(known.person());
                return Optional.empty();
              }
              return Optional.of(kept(recalled, asks, answers));
            });
  }

  /** What is known once reservations have changed. */
  private static Recalled after(Recalled before, byte[] reserved) {
    List<Reservation> held = Decoding.reserved(new Cursor().over(reserved));
    Attention attention = Decoding.attention(before.known().attention().spent(), held);
    return new Recalled(before.known().with(attention), before.mark(), reserved);
  }

  private static List<byte[]> asked(
      String decision,
      List<Ask> asks,
      Instant now,
      Instant expiresAt,
      byte[] mark,
      byte[] reserved) {
    List<byte[]> args = new ArrayList<>(8 + 3 * asks.size());
    args.add(Form.bytes(now.toEpochMilli()));
    args.add(Form.bytes(expiresAt.toEpochMilli()));
    args.add(Form.bytes(decision));
    args.add(FACTS_MILLIS);
    args.add(WriteArgs.DECISIONS);
    args.add(Form.bytes(DecisionIds.beginning(now.minus(Keys.RECORD_EXPOSED))));
    args.add(mark);
    args.add(reserved);
    for (Ask ask : asks) add(args, ask);
    return args;
  }

  @Override
  public CompletionStage<Boolean> spend(PersonId person, Showing showing) {
    String id = "shown " + showing.action() + ' ' + showing.id();
    List<byte[]> args = met(showing.at(), id, showing.action(), showing.id(), "");
    add(args, Form.shown(showing));
    if (showing.interrupts()) add(args, Form.spent(showing));
    args.add(Form.mark());
    return entered(MET, person, args);
  }

  @Override
  public CompletionStage<Boolean> giveBack(PersonId person, String action, String reservation) {
    return entered(GIVE_BACK, person, List.of(Form.bytes(action), Form.bytes(reservation)));
  }

  @Override
  public CompletionStage<Boolean> react(PersonId person, Reaction reaction) {
    String ends = reaction.type() == ReactionType.ACCEPTED ? "" : ANY;
    String id = "reacted " + reaction.id();
    List<byte[]> args = met(reaction.at(), id, reaction.action(), ends, Form.told(reaction));
    add(args, Form.reacted(reaction));
    args.add(Form.mark());
    return entered(MET, person, args);
  }

  @Override
  public CompletionStage<Void> laidOut(PersonId person, String placement, Layout layout) {
    List<byte[]> args = new ArrayList<>();
    args.add(Form.bytes(Keys.FACTS.toMillis()));
    add(args, Form.of(placement, layout));
    args.add(Form.mark());
    return whereabouts.run(LAY_OUT, Patience.WRITE, person, args).thenApply(answer -> null);
  }

  private CompletionStage<Boolean> entered(Script script, PersonId person, List<byte[]> args) {
    return whereabouts
        .run(script, Patience.WRITE, person, args)
        .thenApply(answer -> Whereabouts.status(answer).equals("W"));
  }

  @Override
  public CompletionStage<List<Reaction>> reactions(PersonId person) {
    return told.of(person).thenApply(Told.History::reactions);
  }

  private static List<byte[]> met(
      Instant at, String id, String action, String reservation, String told) {
    long now = at.toEpochMilli();
    List<byte[]> args = new ArrayList<>();
    args.add(Form.bytes(now));
    args.add(Form.bytes(id));
    args.add(Form.bytes(now + Keys.MET.toMillis()));
    args.add(Form.bytes(Keys.MET.toMillis()));
    args.add(Form.bytes(Keys.FACTS.toMillis()));
    args.add(Form.bytes(action));
    args.add(Form.bytes(reservation));
    args.add(Form.bytes(told));
    return args;
  }

  private static void add(List<byte[]> args, Form.Entry entry) {
    args.add(Form.bytes(entry.field()));
    args.add(Form.bytes(entry.value()));
  }

  private static void add(List<byte[]> args, Ask ask) {
    args.add(Form.bytes(ask.action()));
    args.add(Form.bytes(ask.kind().verb() + Form.UNIT + (ask.interrupts() ? 1 : 0)));
    StringBuilder bounds = new StringBuilder(48 * ask.bounds().size());
    for (Bound bound : ask.bounds()) {
      bounds.append(bound.name()).append(Form.UNIT);
      String comma = "";
      for (Kind kind : bound.kinds()) {
        bounds.append(comma).append(kind.verb());
        comma = ",";
      }
      bounds.append(Form.UNIT).append(bound.atMost());
      bounds.append(Form.UNIT).append(bound.since().toEpochMilli()).append(Form.RECORD);
    }
    args.add(Form.bytes(bounds.toString()));
  }

  private static List<Grant> grants(List<Ask> asks, List<Object> answers) {
    List<Grant> grants = new ArrayList<>(asks.size());
    for (int i = 0; i < asks.size(); i++) {
      String answer = Texts.of(answers.get(i));
      String action = asks.get(i).action();
      grants.add(
          switch (answer.charAt(0)) {
            case '+' -> Grant.given(action, answer.substring(1));
            case '-' -> Grant.refused(action, answer.substring(1));
            default -> Grant.unkept(action);
          });
    }
    return grants;
  }
}

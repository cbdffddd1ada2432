package dev.attune.api.redis;

import dev.attune.engine.action.Kind;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.Bound;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces.Layout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The account of interruptions in Redis: one script for each step, on the person's facts. */
public final class RedisAttention implements AttentionLedger {
  private static final Script RESERVE = Script.named("reserve");
  private static final Script MET = Script.named("met");
  private static final Script GIVE_BACK = Script.named("giveback");
  private static final Script LAY_OUT = Script.named("layout");
  private static final String ANY = "*";

  private final Whereabouts whereabouts;

  RedisAttention(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  @Override
  public CompletionStage<List<Grant>> reserve(
      PersonId person, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
    if (asks.isEmpty()) return CompletableFuture.completedFuture(List.of());
    List<byte[]> args = new ArrayList<>();
    args.add(Form.bytes(now.toEpochMilli()));
    args.add(Form.bytes(expiresAt.toEpochMilli()));
    args.add(Form.bytes(decision));
    args.add(Form.bytes(Keys.FACTS.toMillis()));
    args.add(Form.bytes(Keys.RECORD_EXPOSED.toMillis()));
    for (Ask ask : asks) add(args, ask);
    return whereabouts
        .run(RESERVE, Patience.WRITE, person, args)
        .thenApply(answers -> grants(asks, answers));
  }

  @Override
  public CompletionStage<Boolean> spend(PersonId person, Showing showing) {
    String id = "shown " + showing.action() + ' ' + showing.id();
    List<byte[]> args = met(showing.at(), id, showing.action(), showing.id());
    add(args, Form.shown(showing));
    if (showing.interrupts()) add(args, Form.spent(showing));
    return entered(MET, person, args);
  }

  @Override
  public CompletionStage<Boolean> giveBack(PersonId person, String action, String reservation) {
    return entered(GIVE_BACK, person, List.of(Form.bytes(action), Form.bytes(reservation)));
  }

  @Override
  public CompletionStage<Boolean> react(PersonId person, Reaction reaction) {
    String ends = reaction.type() == ReactionType.ACCEPTED ? "" : ANY;
    List<byte[]> args = met(reaction.at(), "reacted " + reaction.id(), reaction.action(), ends);
    add(args, Form.reacted(reaction));
    return entered(MET, person, args);
  }

  @Override
  public CompletionStage<Void> laidOut(PersonId person, String placement, Layout layout) {
    List<byte[]> args = new ArrayList<>();
    args.add(Form.bytes(Keys.FACTS.toMillis()));
    add(args, Form.of(placement, layout));
    return whereabouts.run(LAY_OUT, Patience.WRITE, person, args).thenApply(answer -> null);
  }

  private CompletionStage<Boolean> entered(Script script, PersonId person, List<byte[]> args) {
    return whereabouts
        .run(script, Patience.WRITE, person, args)
        .thenApply(answer -> Whereabouts.status(answer).equals("W"));
  }

  private static List<byte[]> met(Instant at, String id, String action, String reservation) {
    long now = at.toEpochMilli();
    List<byte[]> args = new ArrayList<>();
    args.add(Form.bytes(now));
    args.add(Form.bytes(id));
    args.add(Form.bytes(now + Keys.MET.toMillis()));
    args.add(Form.bytes(Keys.MET.toMillis()));
    args.add(Form.bytes(Keys.FACTS.toMillis()));
    args.add(Form.bytes(action));
    args.add(Form.bytes(reservation));
    return args;
  }

  private static void add(List<byte[]> args, Form.Entry entry) {
    args.add(Form.bytes(entry.field()));
    args.add(Form.bytes(entry.value()));
  }

  private static void add(List<byte[]> args, Ask ask) {
    args.add(Form.bytes(ask.action()));
    args.add(Form.bytes(ask.kind().verb()));
    args.add(Form.bytes(ask.interrupts() ? 1 : 0));
    args.add(Form.bytes(ask.bounds().size()));
    for (Bound bound : ask.bounds()) {
      args.add(Form.bytes(bound.name()));
      args.add(Form.bytes(bound.kinds().stream().map(Kind::verb).collect(Collectors.joining(","))));
      args.add(Form.bytes(bound.atMost()));
      args.add(Form.bytes(bound.since().toEpochMilli()));
    }
  }

  private static List<Grant> grants(List<Ask> asks, List<Object> answers) {
    List<Grant> grants = new ArrayList<>(asks.size());
    for (int i = 0; i < asks.size(); i++) {
      String answer = Texts.of(answers.get(i));
      String action = asks.get(i).action();
      grants.add(
          answer.charAt(0) == '+'
              ? Grant.given(action, answer.substring(1))
              : Grant.refused(action, answer.substring(1)));
    }
    return grants;
  }
}

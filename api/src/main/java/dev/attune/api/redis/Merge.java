package dev.attune.api.redis;

import dev.attune.engine.fact.PersonId;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Makes two people one, in three steps that each may be repeated, because on a cluster two people
 * may live on two servers: point the one to the other, enter what it held there, leave the pointer.
 */
final class Merge {
  private static final Script TAKE = Script.alone("take");
  private static final Script WRITE = Script.changing("write");
  private static final Script LEAVE = Script.alone("leave");

  private final RedisLinks links;
  private final Keys keys;
  private final Whereabouts whereabouts;
  private final InstantSource clock;

  Merge(RedisLinks links, Keys keys, Whereabouts whereabouts, InstantSource clock) {
    this.links = links;
    this.keys = keys;
    this.whereabouts = whereabouts;
    this.clock = clock;
  }

  CompletionStage<Void> merge(PersonId one, PersonId other) {
    return root(one)
        .thenCombine(root(other), (mine, theirs) -> new PersonId[] {mine, theirs})
        .thenCompose(
            roots -> {
              int order = roots[0].compareTo(roots[1]);
              if (order == 0) return done();
              return order > 0 ? finish(roots[0], roots[1]) : finish(roots[1], roots[0]);
            });
  }

  /** Only what was a visitor's and nobody else's until now moves. */
  CompletionStage<Void> join(PersonId visitor, PersonId user) {
    return root(visitor)
        .thenCombine(root(user), (mine, theirs) -> new PersonId[] {mine, theirs})
        .thenCompose(
            roots ->
                roots[0].anonymous()
                    ? move(
                        roots[0], roots[1], taken -> taken.anonymous() ? join(taken, user) : done())
                    : done());
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedStage(null);
  }

  /** Moves what one person holds to another they point to, or are to point to. */
  CompletionStage<Void> finish(PersonId from, PersonId into) {
    return move(from, into, elsewhere -> merge(elsewhere, into));
  }

  /**
   * @param elsewhere what to do when they point to somebody else
   */
  private CompletionStage<Void> move(
      PersonId from, PersonId into, Function<PersonId, CompletionStage<Void>> elsewhere) {
    byte[] target = Form.bytes(Form.person(into));
    List<byte[]> args = List.of(target, Form.bytes(Keys.FACTS.toMillis()));
    Keys.Person place = keys.person(from);
    return Whereabouts.call(links, TAKE, Patience.LONG, place, args)
        .thenCompose(
            taken -> {
              String status = Whereabouts.status(taken);
              if (status.equals("E")) return done();
              if (status.startsWith("L")) return elsewhere.apply(Form.person(status.substring(1)));
              return whereabouts
                  .run(WRITE, Patience.LONG, into, moved(from, taken))
                  .thenCompose(
                      entered -> Whereabouts.call(links, LEAVE, Patience.LONG, place, args))
                  .thenApply(left -> null);
            });
  }

  /** Where a person's facts are, at the end of all pointers. */
  CompletionStage<PersonId> root(PersonId person) {
    return next(person)
        .thenCompose(
            next -> next.isEmpty() ? CompletableFuture.completedStage(person) : root(next.get()));
  }

  private CompletionStage<Optional<PersonId>> next(PersonId person) {
    CommandArgs<byte[], byte[]> args =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.person(person).facts()).add("l");
    return links
        .here()
        .send(
            Patience.WRITE, CommandType.HGET, args, new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(target -> Optional.ofNullable(target).map(Texts::of).map(Form::person));
  }

  private List<byte[]> moved(PersonId from, List<Object> taken) {
    Instant now = clock.instant();
    List<byte[]> args = new ArrayList<>(WriteArgs.head("merge " + Form.person(from), now, false));
    addPairs(args, nested(taken, 3));
    addPairs(args, nested(taken, 2));
    List<Object> decisions = nested(taken, 4);
    args.add(Form.bytes(decisions.size()));
    for (Object id : decisions) args.add((byte[]) id);
    args.add(WriteArgs.DECISIONS);
    List<Object> facts = nested(taken, 1);
    for (int i = 0; i < facts.size(); i += 2) {
      byte[] field = (byte[]) facts.get(i);
      if (field[0] == 'l' || field[0] == 'v') continue;
      args.add(field);
      args.add((byte[]) facts.get(i + 1));
    }
    args.add(Form.bytes('m' + Form.person(from)));
    args.add(Form.bytes(now.toEpochMilli()));
    args.add(Form.mark());
    return args;
  }

  /** Members and scores of a sorted set, as count and pairs of score and member. */
  private static void addPairs(List<byte[]> args, List<Object> membersWithScores) {
    args.add(Form.bytes(membersWithScores.size() / 2));
    for (int i = 0; i < membersWithScores.size(); i += 2) {
      args.add((byte[]) membersWithScores.get(i + 1));
      args.add((byte[]) membersWithScores.get(i));
    }
  }

  @SuppressWarnings("unchecked") // the script answers with lists at these places
  private static List<Object> nested(List<Object> taken, int index) {
    return (List<Object>) taken.get(index);
  }
}

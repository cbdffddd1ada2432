package dev.attune.api.redis;

import dev.attune.engine.fact.PersonId;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.NestedMultiOutput;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Runs scripts on a person wherever their facts are now: people merged into others are followed, a
 * merge that was cut off is finished first. Pointers lead to ever lesser names, so there is no
 * circle.
 */
final class Whereabouts {
  private final RedisLinks links;
  private final Keys keys;
  private final Merge merge;

  Whereabouts(RedisLinks links, Keys keys, InstantSource clock) {
    this.links = links;
    this.keys = keys;
    this.merge = new Merge(links, keys, this, clock);
  }

  /**
   * Runs a script that answers with a status: one letter, for {@code L} and {@code U} with the
   * person to follow.
   *
   * @param args made for the person the facts are with
   */
  CompletionStage<List<Object>> run(
      Script script, Patience patience, PersonId person, List<byte[]> args) {
    return run(script, patience, person, Keys.Person::all, args);
  }

  /**
   * Runs a script that needs only some of the person's keys.
   *
   * @param which those keys
   */
  CompletionStage<List<Object>> run(
      Script script,
      Patience patience,
      PersonId person,
      Function<Keys.Person, byte[][]> which,
      List<byte[]> args) {
    return call(links, script, patience, which.apply(keys.person(person)), args)
        .thenCompose(
            answer -> {
              String status = status(answer);
              char where = status.charAt(0);
              if (where != 'L' && where != 'U') return CompletableFuture.completedStage(answer);
              PersonId next = Form.person(status.substring(1));
              CompletionStage<Void> whole =
                  where == 'U'
                      ? merge.finish(person, next)
                      : CompletableFuture.completedStage(null);
              return whole.thenCompose(done -> run(script, patience, next, which, args));
            });
  }

  Merge merge() {
    return merge;
  }

  static CompletionStage<List<Object>> call(
      RedisLinks links, Script script, Patience patience, Keys.Person keys, List<byte[]> args) {
    return call(links, script, patience, keys.all(), args);
  }

  private static CompletionStage<List<Object>> call(
      RedisLinks links, Script script, Patience patience, byte[][] keys, List<byte[]> args) {
    return script.run(
        links.here(), patience, keys, args, () -> new NestedMultiOutput<>(ByteArrayCodec.INSTANCE));
  }

  static String status(List<Object> answer) {
    return Texts.of(answer.get(0));
  }
}

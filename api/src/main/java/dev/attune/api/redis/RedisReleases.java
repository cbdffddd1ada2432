package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.ReleaseArchive;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.StoreResult;
import dev.attune.engine.publish.StoreResult.KeyReused;
import dev.attune.engine.publish.StoreResult.Overtaken;
import dev.attune.engine.publish.StoreResult.Stored;
import dev.attune.engine.publish.StoredRelease;
import dev.attune.engine.publish.Submission;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Releases in one hash, so that one script publishes. Fields: {@code n} the current number; for
 * each kept release {@code m<number>} what is told of it, {@code f<number>} its files as an
 * archive, {@code q<number>} its request key; {@code k<request key>} number and hash.
 */
final class RedisReleases implements ReleaseStore {
  private static final Script PUBLISH = Script.alone("publish");

  private final RedisLinks links;
  private final byte[] key;

  RedisReleases(RedisLinks links, Keys keys) {
    this.links = links;
    this.key = keys.releases();
  }

  @Override
  public CompletionStage<StoreResult> publish(Submission submission, Instant at) {
    String requestKey = submission.requestKey();
    List<byte[]> args =
        List.of(
            Form.bytes(submission.base()),
            PublicationForm.write(submission, at),
            ReleaseArchive.of(submission.files()),
            Form.bytes(KEPT),
            Form.bytes(requestKey == null ? "" : requestKey),
            Form.bytes(submission.files().hash()));
    return PUBLISH
        .run(links.here(), Patience.LONG, new byte[][] {key}, args, RedisReleases::list)
        .thenApply(RedisReleases::result);
  }

  private static StoreResult result(List<byte[]> answer) {
    return switch (Texts.of(answer.get(0))) {
      case "S" -> new Stored(PublicationForm.read(number(answer.get(1)), answer.get(2)));
      case "O" -> new Overtaken(number(answer.get(1)));
      default -> new KeyReused();
    };
  }

  @Override
  public CompletionStage<Long> currentNumber() {
    CommandArgs<byte[], byte[]> field = args().add("n".getBytes(UTF_8));
    return send(CommandType.HGET, field, new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(text -> text == null ? 0L : number(text));
  }

  @Override
  public CompletionStage<List<Publication>> recent() {
    return currentNumber().thenCompose(this::upTo);
  }

  private CompletionStage<List<Publication>> upTo(long newest) {
    if (newest == 0) return CompletableFuture.completedFuture(List.of());
    CommandArgs<byte[], byte[]> fields = args();
    long oldest = Math.max(1, newest - KEPT + 1);
    for (long number = newest; number >= oldest; number--) fields.add("m" + number);
    return send(CommandType.HMGET, fields, list())
        .thenApply(
            told -> {
              List<Publication> recent = new ArrayList<>();
              for (int i = 0; i < told.size(); i++) {
                if (told.get(i) != null) recent.add(PublicationForm.read(newest - i, told.get(i)));
              }
              return recent;
            });
  }

  @Override
  public CompletionStage<Optional<StoredRelease>> load(long number) {
    return send(CommandType.HMGET, args().add("m" + number).add("f" + number), list())
        .thenApply(found -> release(number, found.get(0), found.get(1)));
  }

  private static Optional<StoredRelease> release(
      long number, byte @Nullable [] told, byte @Nullable [] files) {
    if (told == null || files == null) return Optional.empty();
    return Optional.of(
        new StoredRelease(PublicationForm.read(number, told), PublicationForm.files(files)));
  }

  @Override
  public void onPublished(Runnable listener) {
    links.listen(key, listener);
  }

  private static long number(byte[] text) {
    return Long.parseLong(Texts.of(Objects.requireNonNull(text)));
  }

  private CommandArgs<byte[], byte[]> args() {
    return new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key);
  }

  private static ValueListOutput<byte[], byte[]> list() {
    return new ValueListOutput<>(ByteArrayCodec.INSTANCE);
  }

  private <T> CompletionStage<T> send(
      CommandType type, CommandArgs<byte[], byte[]> args, CommandOutput<byte[], byte[], T> output) {
    return links.here().send(Patience.LONG, type, args, output);
  }
}

package dev.attune.api.redis;

import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.DraftStore;
import dev.attune.engine.publish.ReleaseArchive;
import dev.attune.engine.publish.ReleaseFiles;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Drafts in Redis; one script saves a revision upon the one before it. */
final class RedisDrafts implements DraftStore {
  private static final Script SAVE = Script.alone("draft-save");
  private static final Script LOAD = Script.alone("draft-load");
  private static final Script DELETE = Script.alone("draft-delete");

  private final RedisLinks links;
  private final Keys.Drafts keys;

  RedisDrafts(RedisLinks links, Keys keys) {
    this.links = links;
    this.keys = keys.drafts();
  }

  @Override
  public CompletionStage<Saved> save(Draft draft) {
    List<byte[]> args =
        List.of(
            Form.bytes(draft.id()),
            Form.bytes(draft.revision()),
            PublicationForm.write(draft),
            ReleaseArchive.of(draft.files()),
            Form.bytes(MOST));
    return run(SAVE, args, () -> new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(
            answer ->
                switch (Texts.of(answer)) {
                  case "S" -> Saved.SAVED;
                  case "F" -> Saved.FULL;
                  default -> Saved.OVERTAKEN;
                });
  }

  @Override
  public CompletionStage<Optional<Draft>> load(String id) {
    return run(LOAD, List.of(Form.bytes(id)), () -> new ValueListOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(
            found ->
                found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        PublicationForm.read(
                            id, found.get(0), PublicationForm.files(found.get(1)))));
  }

  @Override
  public CompletionStage<List<Draft>> list() {
    CommandArgs<byte[], byte[]> all =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.drafts());
    return links
        .here()
        .send(
            Patience.LONG, CommandType.HGETALL, all, new ValueListOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(RedisDrafts::drafts);
  }

  private static List<Draft> drafts(List<byte[]> fieldsAndValues) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < fieldsAndValues.size(); i += 2) {
      String id = Texts.of(fieldsAndValues.get(i));
      drafts.add(PublicationForm.read(id, fieldsAndValues.get(i + 1), ReleaseFiles.NONE));
    }
    drafts.sort(Comparator.comparing(Draft::changedAt).reversed().thenComparing(Draft::id));
    return drafts;
  }

  @Override
  public CompletionStage<Void> delete(String id) {
    return run(DELETE, List.of(Form.bytes(id)), () -> new StatusOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(done -> null);
  }

  private <T> CompletionStage<T> run(
      Script script, List<byte[]> args, Supplier<CommandOutput<byte[], byte[], T>> output) {
    return script.run(links.here(), Patience.LONG, keys.all(), args, output);
  }
}

package dev.attune.api.http;

import dev.attune.engine.publish.ArchiveReader;
import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.ReleaseArchive;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.Signature;
import dev.attune.engine.publish.StoredRelease;
import dev.attune.engine.publish.diff.ReleaseDiff;
import dev.attune.engine.publish.live.LiveReleases;
import dev.attune.engine.publish.live.PublishService;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.text.Diagnostics;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The published releases: list, read, export, import, roll back. */
public final class ReleaseEndpoints {
  static final CharSequence ZIP = HttpHeaders.createOptimized("application/zip");
  private static final String NO_RELEASE =
      "No such release among the last " + ReleaseStore.KEPT + ", which are kept.";

  private final ReleaseStore store;
  private final LiveReleases live;
  private final PublishService publishing;
  private final Executor workers;

  /**
   * @param workers reads releases to compare them, which takes a moment
   */
  public ReleaseEndpoints(
      ReleaseStore store, LiveReleases live, PublishService publishing, Executor workers) {
    this.store = store;
    this.live = live;
    this.publishing = publishing;
    this.workers = workers;
  }

  public void addTo(Map<Operation, Endpoint> endpoints) {
    endpoints.put(Operation.LIST_RELEASES, this::list);
    endpoints.put(Operation.READ_RELEASE, exchange -> find(exchange, each -> read(exchange, each)));
    endpoints.put(
        Operation.EXPORT_RELEASE, exchange -> find(exchange, each -> export(exchange, each)));
    endpoints.put(Operation.IMPORT_RELEASE, this::bringIn);
    endpoints.put(
        Operation.ROLL_BACK, exchange -> find(exchange, each -> rollBack(exchange, each)));
  }

  private void list(Exchange exchange) {
    exchange.when(
        store.recent(),
        kept -> {
          if (!kept.isEmpty()) ReleaseTags.add(exchange, kept.get(0).number());
          Optional<Publication> here = live.live();
          exchange.answer(
              200,
              json -> {
                json.writeStartObject();
                json.writeArrayFieldStart("releases");
                for (Publication each : kept) {
                  json.writeStartObject();
                  PublicationWriter.members(each, json);
                  json.writeBooleanField("live", here.filter(each::equals).isPresent());
                  json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
              });
        });
  }

  /** By number, or by the id decisions name: then the newest release of that content. */
  private void find(Exchange exchange, Consumer<StoredRelease> next) {
    String id = exchange.parameter("id");
    CompletionStage<Optional<StoredRelease>> found =
        store
            .recent()
            .thenCompose(
                kept ->
                    kept.stream()
                        .filter(each -> each.id().equals(id) || isNumber(each, id))
                        .findFirst()
                        .map(each -> store.load(each.number()))
                        .orElse(CompletableFuture.completedFuture(Optional.empty())));
    exchange.when(
        found,
        release -> {
          if (release.isPresent()) next.accept(release.get());
          else exchange.refuse(Problem.notFound(NO_RELEASE));
        });
  }

  private static boolean isNumber(Publication publication, String id) {
    return String.valueOf(publication.number()).equals(id);
  }

  private void read(Exchange exchange, StoredRelease release) {
    Publication publication = release.publication();
    CompletionStage<Optional<ReleaseDiff>> diff =
        store
            .load(publication.number() - 1)
            .thenApplyAsync(before -> diff(before, release), workers);
    exchange.when(
        diff,
        changes -> {
          ReleaseTags.add(exchange, publication.number());
          exchange.answer(
              200,
              json -> {
                json.writeStartObject();
                PublicationWriter.members(publication, json);
                json.writeBooleanField("live", live.live().filter(publication::equals).isPresent());
                json.writeArrayFieldStart("files");
                for (String path : release.files().byPath().keySet()) json.writeString(path);
                json.writeEndArray();
                if (changes.isPresent()) PublicationWriter.changes(changes.get(), json);
                json.writeEndObject();
              });
        });
  }

  /** Empty when the release before is no longer kept, or one can no longer be read. */
  private static Optional<ReleaseDiff> diff(Optional<StoredRelease> before, StoredRelease release) {
    if (before.isEmpty() && release.publication().number() > 1) return Optional.empty();
    @Nullable Content earlier =
        before.map(StoredRelease::files).map(ReleaseEndpoints::content).orElse(null);
    @Nullable Content content = content(release.files());
    return content == null || before.isPresent() && earlier == null
        ? Optional.empty()
        : Optional.of(ReleaseDiff.between(earlier, content));
  }

  private static @Nullable Content content(ReleaseFiles files) {
    return ContentReader.read(files.byPath()) instanceof Read read ? read.content() : null;
  }

  private static void export(Exchange exchange, StoredRelease release) {
    ReleaseTags.add(exchange, release.publication().number());
    exchange.answer(200, ZIP, Buffer.buffer(ReleaseArchive.of(release.files())));
  }

  private void bringIn(Exchange exchange) {
    Checked<Signature> signature = Author.ofQuery(exchange);
    Diagnostics diagnostics = new Diagnostics();
    Optional<ReleaseFiles> files = ArchiveReader.read(exchange.body(), diagnostics);
    if (signature.problem() != null) {
      exchange.refuse(signature.problem());
    } else if (files.isEmpty()) {
      PublishAnswers.reject(exchange, diagnostics.sorted());
    } else {
      exchange.when(
          publishing.bringIn(files.get(), signature.get()),
          result -> PublishAnswers.answer(exchange, result, diagnostics.sorted()));
    }
  }

  private void rollBack(Exchange exchange, StoredRelease to) {
    Checked<Signature> signature = Author.read(exchange);
    if (signature.problem() != null) {
      exchange.refuse(signature.problem());
      return;
    }
    exchange.when(
        publishing.rollBack(to.publication().number(), signature.get()),
        result -> {
          if (result.isPresent()) PublishAnswers.answer(exchange, result.get());
          else exchange.refuse(Problem.notFound(NO_RELEASE));
        });
  }
}

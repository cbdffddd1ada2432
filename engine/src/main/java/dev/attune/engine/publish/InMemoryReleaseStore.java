package dev.attune.engine.publish;

import dev.attune.engine.publish.StoreResult.KeyReused;
import dev.attune.engine.publish.StoreResult.Overtaken;
import dev.attune.engine.publish.StoreResult.Stored;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** The releases of one process, for tests and for trying things out. Thread-safe. */
public final class InMemoryReleaseStore implements ReleaseStore {
  private final Deque<StoredRelease> newestFirst = new ArrayDeque<>();
  private final Map<String, Publication> byRequestKey = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  @Override
  public CompletionStage<StoreResult> publish(Submission submission, Instant at) {
    StoreResult result = store(submission, at);
    if (result instanceof Stored) listeners.forEach(Runnable::run);
    return CompletableFuture.completedFuture(result);
  }

  private synchronized StoreResult store(Submission submission, Instant at) {
    String hash = submission.files().hash();
    Publication repeated = byRequestKey.get(submission.requestKey());
    if (repeated != null)
      return repeated.hash().equals(hash) ? new Stored(repeated) : new KeyReused();
    if (submission.base() != number()) return new Overtaken(number());
    Publication next =
        new Publication(
            number() + 1,
            hash,
            submission.base(),
            submission.origin(),
            submission.author(),
            submission.message(),
            at);
    newestFirst.addFirst(new StoredRelease(next, submission.files()));
    if (submission.requestKey() != null) byRequestKey.put(submission.requestKey(), next);
    if (newestFirst.size() > KEPT) {
      Publication forgotten = newestFirst.removeLast().publication();
      byRequestKey.values().remove(forgotten);
    }
    return new Stored(next);
  }

  private long number() {
    return newestFirst.isEmpty() ? 0 : newestFirst.getFirst().publication().number();
  }

  @Override
  public synchronized CompletionStage<Long> currentNumber() {
    return CompletableFuture.completedFuture(number());
  }

  @Override
  public synchronized CompletionStage<List<Publication>> recent() {
    return CompletableFuture.completedFuture(
        newestFirst.stream().map(StoredRelease::publication).toList());
  }

  @Override
  public synchronized CompletionStage<Optional<StoredRelease>> load(long number) {
    return CompletableFuture.completedFuture(
        newestFirst.stream().filter(each -> each.publication().number() == number).findFirst());
  }

  @Override
  public void onPublished(Runnable listener) {
    listeners.add(listener);
  }
}

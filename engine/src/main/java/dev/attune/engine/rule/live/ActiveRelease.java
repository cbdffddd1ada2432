package dev.attune.engine.rule.live;

import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The release that answers now. Readers see one whole release or the next, never a mixture; those
 * still holding the one before finish on it. A release whose rules overrun {@value #OVERRUNS} times
 * is quarantined and the last good one returns. Thread-safe.
 */
public final class ActiveRelease {
  private static final Logger LOG = LoggerFactory.getLogger(ActiveRelease.class);
  static final int OVERRUNS = 5;

  private final List<Consumer<Release>> listeners = new CopyOnWriteArrayList<>();
  private final Set<String> quarantined = new HashSet<>();
  private volatile Release current;
  private @Nullable Release lastGood;
  private volatile List<Diagnostic> diagnostics = List.of();

  public ActiveRelease(Release first) {
    current = first;
    first.onOverrun(this::overran);
  }

  public Release current() {
    return current;
  }

  /** What is wrong with the newest edit; empty when it is live. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Makes a release live; false when the same content is in quarantine. */
  public synchronized boolean activate(Release next) {
    if (quarantined.contains(next.hash())) return false;
    Release before = current;
    if (before.overruns() < OVERRUNS) lastGood = before;
    swap(next);
    diagnostics = List.of();
    return true;
  }

  /** Keeps the live release and tells why the newest edit is not. */
  public void refuse(List<Diagnostic> reasons) {
    diagnostics = List.copyOf(reasons);
  }

  /** The newest edit is what is live already. */
  public void confirm() {
    diagnostics = List.of();
  }

  /** Hashes of content whose rules overran, since this server started. */
  public synchronized Set<String> quarantined() {
    return Set.copyOf(quarantined);
  }

  /**
   * Tells of every swap, on the thread that swaps.
   *
   * @param listener must not block
   */
  public void onChange(Consumer<Release> listener) {
    listeners.add(listener);
  }

  private void overran(Release release) {
    if (release.overruns() >= OVERRUNS && release == current) quarantine(release);
  }

  private synchronized void quarantine(Release release) {
    Release good = lastGood;
    if (release != current || good == null) return;
    quarantined.add(release.hash());
    LOG.error("release {} overran {} times; back to {}", release.id(), OVERRUNS, good.id());
    lastGood = null;
    swap(good);
  }

  private void swap(Release next) {
    next.onOverrun(this::overran);
    current = next;
    for (Consumer<Release> listener : listeners) listener.accept(next);
  }
}

package dev.attune.engine.publish.live;

import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.rule.evaluate.Release;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The releases that were live or asked for lately, ready to be run. Thread-safe. */
public final class RecentReleases {
  private final Map<String, Release> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Release> eldest) {
          return size() > ReleaseStore.KEPT;
        }
      };

  public synchronized void add(Release release) {
    byId.remove(release.id());
    byId.put(release.id(), release);
  }

  public synchronized Optional<Release> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}

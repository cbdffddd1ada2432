package dev.attune.api;

import dev.attune.engine.rule.evaluate.Release;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The releases that were live lately, so that their decisions can be explained. Thread-safe. */
final class RecentReleases {
  private static final int MOST = 20;

  private final Map<String, Release> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Release> eldest) {
          return size() > MOST;
        }
      };

  synchronized void add(Release release) {
    byId.remove(release.id());
    byId.put(release.id(), release);
  }

  synchronized Optional<Release> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}

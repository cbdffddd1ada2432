package dev.attune.api.http.ingest;

import dev.attune.engine.event.EventKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of Segment's tracking contract, each by its long name and the browser's short one. */
public enum TrackingCall {
  IDENTIFY("identify", "i", EventKind.IDENTIFY),
  TRACK("track", "t", EventKind.TRACK),
  PAGE("page", "p", EventKind.PAGE),
  SCREEN("screen", "s", EventKind.SCREEN),
  GROUP("group", "g", EventKind.GROUP),
  ALIAS("alias", "a", EventKind.ALIAS),
  BATCH("batch", "b", null),
  /** A batch of history, which may be older than 7 days. */
  IMPORT("import", "", null);

  private final String path;
  private final String shortPath;
  private final @Nullable EventKind kind;

  TrackingCall(String path, String shortPath, @Nullable EventKind kind) {
    this.path = path;
    this.shortPath = shortPath;
    this.kind = kind;
  }

  /**
   * The call a path's last part names.
   *
   * @param part e.g. {@code track} or {@code t}, without slashes
   */
  public static Optional<TrackingCall> of(String part) {
    for (TrackingCall call : values()) {
      if (call.path.equals(part) || (!part.isEmpty() && call.shortPath.equals(part)))
        return Optional.of(call);
    }
    return Optional.empty();
  }

  public String path() {
    return path;
  }

  /** Empty when there is none. */
  public String shortPath() {
    return shortPath;
  }

  boolean isHistory() {
    return this == IMPORT;
  }

  /** The kind of its one event; null when the events say it themselves. */
  @Nullable EventKind kind() {
    return kind;
  }
}

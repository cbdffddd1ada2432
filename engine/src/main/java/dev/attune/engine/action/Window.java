package dev.attune.engine.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an action is published: from (inclusive) until (exclusive); null leaves that end open. */
public record Window(@Nullable Instant from, @Nullable Instant until) {
  public static final Window ALWAYS = new Window(null, null);

  public boolean contains(Instant now) {
    return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
  }
}

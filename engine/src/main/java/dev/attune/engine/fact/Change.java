package dev.attune.engine.fact;

import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One thing learnt about a person. Changes commute: in whatever order they are entered, the facts
 * come out the same, because each is judged by its own time and source and never by its arrival.
 */
public sealed interface Change {
  /** A declared event happened. */
  record Counted(String event, Instant at) implements Change {}

  /**
   * An item was opened or worked on.
   *
   * @param title null when the event does not name it
   */
  record Touched(String kind, String id, @Nullable String title, Instant at) implements Change {}

  /**
   * An item came to its end.
   *
   * @param title null when the event does not name it
   */
  record Closed(String kind, String id, @Nullable String title, Instant at) implements Change {}

  /**
   * A profile field's value was said, seen or sent. The better source wins, then the later time.
   *
   * @param value typed as in {@link ProfileValue}; null: it is not to be known any more
   */
  record Learnt(String field, @Nullable Object value, Provenance provenance) implements Change {}

  /**
   * A person pinned and hid actions of a placement; the latest arrangement wins, as a whole.
   *
   * @param placement its id
   */
  record Arranged(String placement, Arrangement arrangement) implements Change {}

  /** Where the person's clock stands; the latest wins. */
  record Zoned(ZoneId zone, Instant at) implements Change {}

  /**
   * A person agreed or withdrew; the latest wins, a withdrawal wins a tie.
   *
   * @param source who told us, e.g. {@code settings-page}
   * @param wording version of the words the person saw; empty when unknown
   */
  record Consented(Purpose purpose, boolean granted, Instant at, String source, String wording)
      implements Change {}
}

package dev.attune.engine.attention;

import dev.attune.engine.action.Kind;
import java.time.Instant;
import java.util.Set;

/**
 * One limit a showing must stay under, already worked out for this person and moment.
 *
 * @param name {@link #CAP}, {@link #LIFETIME} or the id of an attention budget
 * @param kinds empty: counts this action's own showings. Otherwise counts interruptions of these
 *     kinds, live reservations of other actions included
 * @param atMost refuses when this many are there already
 * @param since counts what happened at or after it; {@code Instant.EPOCH}: all showings ever
 */
public record Bound(String name, Set<Kind> kinds, int atMost, Instant since) {
  public static final String CAP = "cap";
  public static final String LIFETIME = "lifetime";

  public boolean countsOwnShowings() {
    return kinds.isEmpty();
  }
}

package dev.attune.engine.event;

import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something an app reports about a person, whatever contract it came in by. Immutable.
 *
 * @param id counts once within 7 days
 * @param user null when the visitor is not known by a user id
 * @param visitor null when the app gave no anonymous id; never both null
 * @param name of a {@code TRACK} event, a page or a screen; empty otherwise
 * @param at when it happened, corrected for the sender's clock
 * @param receivedAt when the server received it
 * @param historical sent as history: may be older than 7 days
 * @param properties a JSON-like tree of maps, lists, strings, numbers, booleans
 * @param traits likewise
 * @param previous another id of the same person; null unless {@code ALIAS}
 * @param zone the person's zone at the time; null when not told
 */
public record Event(
    String id,
    EventKind kind,
    @Nullable PersonId user,
    @Nullable PersonId visitor,
    String name,
    Instant at,
    Instant receivedAt,
    boolean historical,
    Map<String, Object> properties,
    Map<String, Object> traits,
    @Nullable String previous,
    @Nullable ZoneId zone) {

  /** The same event without the visitor it would join to the user. */
  public Event ofUserAlone() {
    return new Event(
        id, kind, user, null, name, at, receivedAt, historical, properties, traits, previous, zone);
  }

  /** The same event with other traits. */
  public Event withTraits(Map<String, Object> others) {
    return new Event(
        id,
        kind,
        user,
        visitor,
        name,
        at,
        receivedAt,
        historical,
        properties,
        others,
        previous,
        zone);
  }

  /** Whose facts it changes: the user when known, else the visitor. */
  public PersonId person() {
    PersonId person = user == null ? visitor : user;
    if (person == null) throw new IllegalStateException("event " + id + " names nobody");
    return person;
  }
}

package dev.attune.api.http.ingest;

import dev.attune.api.http.Exchange;
import dev.attune.api.http.Fault;
import dev.attune.engine.event.Event;
import dev.attune.engine.event.EventKind;
import dev.attune.engine.fact.PersonId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a caller may say about who is who. Whoever joins an id of theirs to somebody is decided for
 * as that person, so a page needs the user's proof to identify a visitor, and cannot alias at all.
 *
 * @param events what is left: unproven identifies change their user alone
 * @param faults one for each alias left out
 */
record Joining(List<Event> events, List<Fault> faults) {
  static Joining of(List<Event> events, Exchange exchange) {
    Joining joining = new Joining(new ArrayList<>(), new ArrayList<>());
    for (Event event : events) {
      if (event.kind() == EventKind.ALIAS && !exchange.mayJoin()) joining.refuse(event);
      else joining.events.add(joins(event) && !mayJoin(event, exchange) ? alone(event) : event);
    }
    return joining;
  }

  private void refuse(Event alias) {
    faults.add(new Fault("", "the alias \"" + alias.id() + "\" needs a server key"));
  }

  private static boolean joins(Event event) {
    return event.kind() == EventKind.IDENTIFY && event.user() != null && event.visitor() != null;
  }

  private static boolean mayJoin(Event event, Exchange exchange) {
    PersonId user = event.user();
    return user == null || exchange.mayJoin(user);
  }

  private static Event alone(Event event) {
    return event.ofUserAlone();
  }
}

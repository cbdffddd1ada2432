package dev.attune.api.http.ingest;

import dev.attune.api.http.Fault;
import dev.attune.engine.event.Event;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page may say about people: what they are asked themselves. Everything else declared, such
 * as their plan, is known by the product's servers, and a page's key is everybody's.
 *
 * @param events without the traits that are left out
 * @param faults one for each trait left out
 */
record PageTraits(List<Event> events, List<Fault> faults) {
  static PageTraits of(List<Event> events, Vocabulary vocabulary) {
    PageTraits page = new PageTraits(new ArrayList<>(), new ArrayList<>());
    for (Event event : events) page.take(event, vocabulary);
    return page;
  }

  private void take(Event event, Vocabulary vocabulary) {
    Map<String, Object> left = new HashMap<>(event.traits());
    for (String trait : event.traits().keySet()) {
      Field field = vocabulary.profile().get(trait);
      if (field == null || field.isAsked()) continue;
      left.remove(trait);
      faults.add(new Fault("", "the trait \"" + trait + "\" is set with a server key only"));
    }
    events.add(left.size() == event.traits().size() ? event : event.withTraits(left));
  }
}

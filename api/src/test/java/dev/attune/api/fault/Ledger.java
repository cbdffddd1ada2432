package dev.attune.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.Client;
import dev.attune.api.RunningServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What a client sent and what of it the server acknowledged, to hold the store against. */
final class Ledger {
  static final String EVENT = "document.edited";
  private static final int PATIENCE_SECONDS = 30;

  private final List<String> people;
  private final Map<String, Set<String>> sent = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();

  Ledger(String name, int people) {
    this.people = IntStream.range(0, people).mapToObj(i -> name + "-" + i).toList();
    for (String person : this.people) {
      sent.put(person, ConcurrentHashMap.newKeySet());
      acknowledged.put(person, ConcurrentHashMap.newKeySet());
    }
  }

  String person(int number) {
    return people.get(number % people.size());
  }

  void sent(String person, String message) {
    sent.get(person).add(message);
  }

  void acknowledged(String person, String message) {
    acknowledged.get(person).add(message);
  }

  int acknowledged() {
    return acknowledged.values().stream().mapToInt(Set::size).sum();
  }

  /** The messages a client has to send again. */
  List<String> unacknowledged(String person) {
    return sent.get(person).stream().filter(id -> !acknowledged.get(person).contains(id)).toList();
  }

  List<String> people() {
    return people;
  }

  /** What was acknowledged is there; what was not may be. */
  void holds(Client server) {
    for (String person : people) {
      assertThat(counted(server, person))
          .as("events of %s", person)
          .isBetween(acknowledged.get(person).size(), sent.get(person).size());
    }
  }

  /** Everything is there, once. */
  void holdsExactly(Client server) {
    for (String person : people) {
      assertThat(counted(server, person))
          .as("events of %s", person)
          .isEqualTo(sent.get(person).size());
    }
  }

  /** What was acknowledged is there, once, and nothing else. */
  void holdsWhatWasAcknowledged(Client server) {
    for (String person : people) {
      assertThat(counted(server, person))
          .as("events of %s", person)
          .isEqualTo(acknowledged.get(person).size());
    }
  }

  private static int counted(Client server, String person) {
    Answer known = known(server, person);
    assertThat(known.status()).as(known.text()).isIn(200, 404);
    for (JsonNode event : known.body().path("events")) {
      if (event.path("event").asText().equals(EVENT)) return event.path("count").asInt();
    }
    return 0;
  }

  /** A loop whose link to the store is still being made anew answers 503: asked until it is. */
  private static Answer known(Client server, String person) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Answer known = read(server, person);
    while (known.status() == 503 && System.nanoTime() < end) known = read(server, person);
    return known;
  }

  private static Answer read(Client server, String person) {
    return server.get("/v1/people/" + person, RunningServer.SERVER_KEY);
  }
}

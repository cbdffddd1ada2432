package dev.attune.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a client sent and what of it the server acknowledged, to hold the store against. */
final class Ledger {
  static final String EVENT = "document.edited";

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
  void holds(Function<String, Answer> read) {
    for (String person : people) {
      assertThat(counted(read.apply(person)))
          .as("events of %s", person)
          .isBetween(acknowledged.get(person).size(), sent.get(person).size());
    }
  }

  /** Everything is there, once. */
  void holdsExactly(Function<String, Answer> read) {
    for (String person : people) {
      assertThat(counted(read.apply(person)))
          .as("events of %s", person)
          .isEqualTo(sent.get(person).size());
    }
  }

  /** What was acknowledged is there, once, and nothing else. */
  void holdsWhatWasAcknowledged(Function<String, Answer> read) {
    for (String person : people) {
      assertThat(counted(read.apply(person)))
          .as("events of %s", person)
          .isEqualTo(acknowledged.get(person).size());
    }
  }

  private static int counted(Answer known) {
    for (JsonNode event : known.body().path("events")) {
      if (event.path("event").asText().equals(EVENT)) return event.path("count").asInt();
    }
    return 0;
  }
}

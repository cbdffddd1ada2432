package dev.attune.engine.event;

import static dev.attune.engine.event.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.attune.engine.event.Undeclared.Part;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventIntakeTest {
  private static final PersonId ANA = PersonId.user("ana");
  private static final PersonId BEN = PersonId.user("ben");
  private static final PersonId VISITOR = PersonId.anonymous("v1");

  private final FactStore store =
      new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.PERSONALISATION);
  private final Undeclared undeclared = new InMemoryUndeclared();
  private final EventIntake intake =
      new EventIntake(store, () -> Deliveries.VOCABULARY, undeclared);
  private int id;

  @Test
  void an_undeclared_event_is_kept_out_of_the_facts_and_counted_for_authors() {
    accept(track("tone.aplied", NOW));
    accept(track("tone.aplied", NOW));

    assertThat(load(ANA).counters()).isEmpty();
    assertThat(undeclared.names().toCompletableFuture().join())
        .containsExactly(new Undeclared.Name(Part.EVENT, "tone.aplied", 2, NOW));
  }

  @Test
  void what_is_sent_again_is_not_counted_for_authors_again() {
    Event unknown = track("tone.aplied", NOW);
    accept(unknown);
    accept(unknown);

    assertThat(undeclared.names().toCompletableFuture().join())
        .containsExactly(new Undeclared.Name(Part.EVENT, "tone.aplied", 1, NOW));
  }

  @Test
  void traits_become_profile_values_when_their_field_may_hold_them() {
    accept(identify(Map.of("role", "marketer", "shoeSize", 42L)));
    assertThat(load(ANA).profile().keySet()).containsExactly("role");

    accept(identify(Map.of("role", "astronaut")));

    assertThat(load(ANA).profile().values()).allMatch(value -> value.value().equals("marketer"));
    assertThat(undeclared.names().toCompletableFuture().join())
        .extracting(Undeclared.Name::part, Undeclared.Name::name)
        .containsExactlyInAnyOrder(tuple(Part.TRAIT, "shoeSize"), tuple(Part.TRAIT_VALUE, "role"));
  }

  @Test
  void an_event_older_than_a_week_is_taken_only_as_history() {
    Instant old = NOW.minus(Duration.ofDays(8));

    assertThat(accept(track("tone.applied", old))).isEqualTo(Accepted.TOO_OLD);
    assertThat(accept(event(EventKind.TRACK, ANA, null, "tone.applied", old, true, Map.of(), null)))
        .isEqualTo(Accepted.ENTERED);
    assertThat(load(ANA).counters()).containsOnlyKeys("tone.applied");
  }

  @Test
  void identifying_a_visitor_makes_them_one_person() {
    accept(event(EventKind.TRACK, null, VISITOR, "tone.applied", NOW, false, Map.of(), null));

    accept(event(EventKind.IDENTIFY, ANA, VISITOR, "", NOW, false, Map.of(), null));

    assertThat(load(ANA).counters()).containsOnlyKeys("tone.applied");
    assertThat(load(VISITOR)).isEqualTo(load(ANA));
  }

  @Test
  void a_second_user_of_the_same_device_is_another_person() {
    accept(
        event(EventKind.IDENTIFY, ANA, VISITOR, "", NOW, false, Map.of("role", "marketer"), null));

    accept(event(EventKind.IDENTIFY, BEN, VISITOR, "", NOW, false, Map.of(), null));

    assertThat(load(ANA).profile()).isNotEmpty();
    assertThat(load(BEN).profile()).isEmpty();
  }

  @Test
  void a_long_title_is_cut_between_characters_and_a_long_id_names_no_item() {
    String title = "x".repeat(255) + "\uD83D\uDE00 and more";
    accept(touched(Map.of("draftId", "1", "title", title)));
    accept(touched(Map.of("draftId", "y".repeat(300), "title", "another")));

    assertThat(load(ANA).items().values())
        .singleElement()
        .extracting(ItemState::title)
        .isEqualTo("x".repeat(255));
  }

  @Test
  void an_item_is_known_by_a_number_of_any_length() {
    accept(touched(Map.of("draftId", new BigInteger("12345678901234567890123"), "title", "a")));

    assertThat(load(ANA).items()).containsOnlyKeys("draft/12345678901234567890123");
  }

  @Test
  void an_alias_joins_the_former_id_whether_it_named_a_user_or_a_visitor() {
    accept(event(EventKind.TRACK, null, VISITOR, "tone.applied", NOW, false, Map.of(), null));
    accept(
        event(
            EventKind.TRACK,
            PersonId.user("v1"),
            null,
            "tone.applied",
            NOW,
            false,
            Map.of(),
            null));

    accept(event(EventKind.ALIAS, ANA, null, "", NOW, false, Map.of(), "v1"));

    assertThat(load(ANA).counters().values()).allMatch(counter -> counter.count() == 2).hasSize(1);
  }

  private Event track(String name, Instant at) {
    return event(EventKind.TRACK, ANA, null, name, at, false, Map.of(), null);
  }

  private Event touched(Map<String, Object> properties) {
    String name = Deliveries.VOCABULARY.items().get("draft").touchedBy().iterator().next();
    return new Event(
        "m" + id++,
        EventKind.TRACK,
        ANA,
        null,
        name,
        NOW,
        NOW,
        false,
        properties,
        Map.of(),
        null,
        null);
  }

  private Event identify(Map<String, Object> traits) {
    return event(EventKind.IDENTIFY, ANA, null, "", NOW, false, traits, null);
  }

  private Event event(
      EventKind kind,
      @Nullable PersonId user,
      @Nullable PersonId visitor,
      String name,
      Instant at,
      boolean historical,
      Map<String, Object> traits,
      @Nullable String previous) {
    return new Event(
        "m" + id++,
        kind,
        user,
        visitor,
        name,
        at,
        NOW,
        historical,
        Map.of(),
        traits,
        previous,
        null);
  }

  private Accepted accept(Event event) {
    return intake.accept(event).toCompletableFuture().join();
  }

  private Known load(PersonId person) {
    return store.load(person).toCompletableFuture().join();
  }
}

package dev.attune.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Arranged;
import dev.attune.engine.fact.Change.Closed;
import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Change.Learnt;
import dev.attune.engine.fact.Change.Touched;
import dev.attune.engine.fact.Change.Zoned;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.vocabulary.Purpose;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every fact store does with one person. */
public abstract class FactStoreContract extends StoreContract {
  @Test
  void nothing_is_known_of_a_stranger() {
    assertThat(load(ana)).isEqualTo(Known.nothing(ana));
  }

  @Test
  void everything_written_is_read_back() {
    write(
        ana,
        new Zoned(ZoneId.of("Asia/Kathmandu"), ago(3)),
        learnt("role", "marketer", Source.DECLARED, 3),
        learnt("goals", Set.of("planning", "reporting"), Source.OBSERVED, 2),
        learnt("seats", 12.5, Source.IMPORTED, 2),
        learnt("beta", true, Source.INFERRED, 2),
        learnt("trialEndsAt", LocalDate.of(2026, 12, 24), Source.IMPORTED, 2),
        new Consented(Purpose.EMAIL, true, ago(1), "settings", "v3"),
        new Counted("tone.applied", ago(4)),
        new Touched("draft", "d/1", "Ünïcode 🎈 title", ago(2)));

    Known known = load(ana);

    assertThat(known.zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
    assertThat(known.profile().get("role"))
        .isEqualTo(new ProfileValue("marketer", provenance(Source.DECLARED, 3)));
    assertThat(value(known, "goals")).isEqualTo(Set.of("planning", "reporting"));
    assertThat(value(known, "seats")).isEqualTo(12.5);
    assertThat(value(known, "beta")).isEqualTo(true);
    assertThat(value(known, "trialEndsAt")).isEqualTo(LocalDate.of(2026, 12, 24));
    assertThat(known.consent().allows(Purpose.EMAIL)).isTrue();
    assertThat(known.consent().allows(Purpose.PERSONALISATION)).isFalse();
    assertThat(known.counters().get("tone.applied"))
        .isEqualTo(Counter.once("tone.applied", ago(4)));
    assertThat(known.items().get("draft/d/1"))
        .isEqualTo(new ItemState("draft", "d/1", "Ünïcode 🎈 title", ago(2), null));
  }

  @Test
  void a_declared_value_beats_a_later_imported_one_and_both_stay_in_the_history() {
    write(ana, learnt("role", "marketer", Source.DECLARED, 5));
    write(ana, learnt("role", "engineer", Source.IMPORTED, 1));

    assertThat(value(load(ana), "role")).isEqualTo("marketer");
    assertThat(export(ana).values())
        .extracting(Learnt::value)
        .containsExactly("marketer", "engineer");
  }

  @Test
  void of_two_values_from_the_same_source_the_later_wins_whichever_comes_first() {
    write(ana, learnt("role", "engineer", Source.DECLARED, 1));
    write(ana, learnt("role", "marketer", Source.DECLARED, 5));

    assertThat(value(load(ana), "role")).isEqualTo("engineer");
  }

  @Test
  void a_value_the_person_took_back_is_not_brought_back_by_an_import() {
    write(ana, learnt("role", "engineer", Source.DECLARED, 5));
    write(ana, new Learnt("role", null, provenance(Source.DECLARED, 4)));
    write(ana, learnt("role", "engineer", Source.IMPORTED, 1));

    assertThat(load(ana).profile()).doesNotContainKey("role");
  }

  @Test
  void a_repeated_write_is_entered_once() {
    Write write = new Write("message-1", NOW, List.of(new Counted("tone.applied", ago(1))));

    assertThat(join(store().write(ana, write))).isEqualTo(Written.ENTERED);
    assertThat(join(store().write(ana, write))).isEqualTo(Written.DUPLICATE);
    assertThat(applied(ana).count()).isEqualTo(1);
  }

  @Test
  void two_hundred_writes_at_once_count_two_hundred() {
    List<CompletableFuture<Written>> writes = new ArrayList<>();

    for (int i = 0; i < 200; i++)
      writes.add(
          store()
              .write(ana, write("event-" + i, new Counted("tone.applied", ago(i % 7))))
              .toCompletableFuture());
    writes.forEach(CompletableFuture::join);

    assertThat(applied(ana).count()).isEqualTo(200);
  }

  @Test
  void an_item_is_open_again_when_it_is_touched_after_it_was_closed() {
    write(ana, new Closed("draft", "1", null, ago(3)));
    write(ana, new Touched("draft", "1", "Plan", ago(5)));
    assertThat(draft(ana).isOpen()).isFalse();

    write(ana, new Touched("draft", "1", null, ago(1)));

    assertThat(load(ana).items().get("draft/1"))
        .isEqualTo(new ItemState("draft", "1", "Plan", ago(1), ago(3)));
    assertThat(draft(ana).isOpen()).isTrue();
  }

  @Test
  void the_latest_title_stays_whatever_comes_late() {
    write(ana, new Touched("draft", "1", "New", ago(1)));
    write(ana, new Touched("draft", "1", "Old", ago(5)));

    assertThat(draft(ana).title()).isEqualTo("New");
  }

  @Test
  void a_hundred_items_are_kept_the_longest_untouched_go() {
    IntStream.range(0, 110)
        .forEach(i -> write(ana, new Touched("draft", "d" + i, null, ago(200 - i))));

    assertThat(load(ana).items())
        .hasSize(100)
        .containsKey("draft/d109")
        .doesNotContainKey("draft/d9");
  }

  @Test
  void a_withdrawal_wins_over_an_earlier_consent_that_comes_late() {
    write(ana, new Consented(Purpose.EMAIL, false, ago(1), "mail", ""));
    write(ana, new Consented(Purpose.EMAIL, true, ago(2), "settings", "v3"));

    assertThat(load(ana).consent().allows(Purpose.EMAIL)).isFalse();
    assertThat(export(ana).consents())
        .containsExactly(
            new Consented(Purpose.EMAIL, true, ago(2), "settings", "v3"),
            new Consented(Purpose.EMAIL, false, ago(1), "mail", ""));
  }

  @Test
  void the_latest_arrangement_of_a_placement_counts_as_a_whole_in_whatever_order_they_come() {
    Arrangement first = new Arrangement(List.of("b", "a"), Set.of("c"), ago(2));
    Arrangement later = new Arrangement(List.of(), Set.of("a", "b"), ago(1));
    write(ana, new Arranged("home.grid", later), new Arranged("crm.worklist", first));
    write(ana, new Arranged("home.grid", first));

    assertThat(load(ana).surfaces().arranged())
        .isEqualTo(Map.of("home.grid", later, "crm.worklist", first));
    assertThat(export(ana).known().surfaces()).isEqualTo(load(ana).surfaces());
  }

  @Test
  void two_people_who_become_one_keep_the_later_arrangement() {
    Arrangement first = new Arrangement(List.of("a"), Set.of(), ago(2));
    Arrangement later = new Arrangement(List.of("b"), Set.of(), ago(1));
    write(visitor, new Arranged("home.grid", later), new Arranged("crm.worklist", first));
    write(ana, new Arranged("home.grid", first));

    join(store().merge(ana, visitor));

    assertThat(load(ana).surfaces().arranged())
        .isEqualTo(Map.of("home.grid", later, "crm.worklist", first));
  }

  @Test
  void ids_that_look_like_keys_stay_apart() {
    List<String> ids =
        List.of(
            "{x}", "x}:facts", "*", "a:b", "a", "A", "x".repeat(256), "é", "e\u0301", " ", "{}:*");
    String suffix = UUID.randomUUID().toString();
    for (String id : ids) {
      write(PersonId.user(id + suffix), learnt("name", id, Source.DECLARED, 1));
      write(PersonId.anonymous(id + suffix), learnt("name", "anonymous " + id, Source.DECLARED, 1));
    }

    for (String id : ids) {
      assertThat(value(load(PersonId.user(id + suffix)), "name")).isEqualTo(id);
      assertThat(value(load(PersonId.anonymous(id + suffix)), "name")).isEqualTo("anonymous " + id);
    }
  }
}

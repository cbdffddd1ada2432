package dev.attune.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Closed;
import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Change.Learnt;
import dev.attune.engine.fact.Change.Touched;
import dev.attune.engine.fact.Change.Zoned;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every fact store does. */
public abstract class FactStoreContract {
  protected static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  protected final PersonId ana = PersonId.user("ana-" + UUID.randomUUID());
  protected final PersonId visitor = PersonId.anonymous("visitor-" + UUID.randomUUID());

  /** A store that takes nothing as granted. */
  protected abstract FactStore store();

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
  void what_a_visitor_did_before_and_does_after_belongs_to_the_user() {
    write(
        visitor,
        new Counted("tone.applied", ago(9)),
        learnt("role", "marketer", Source.DECLARED, 9));
    write(ana, new Counted("tone.applied", ago(8)));

    join(store().merge(visitor, ana));
    write(visitor, new Counted("tone.applied", ago(1)));

    assertThat(applied(ana).count()).isEqualTo(3);
    assertThat(applied(ana).first()).isEqualTo(ago(9));
    assertThat(value(load(ana), "role")).isEqualTo("marketer");
    assertThat(load(visitor)).isEqualTo(load(ana));
    assertThat(export(ana).merged()).containsExactly(visitor);
  }

  @Test
  void merging_again_changes_nothing() {
    write(visitor, new Counted("tone.applied", ago(9)));

    join(store().merge(visitor, ana));
    join(store().merge(visitor, ana));

    assertThat(applied(ana).count()).isEqualTo(1);
  }

  @Test
  void a_message_of_the_visitor_repeated_after_the_merge_is_not_counted_again() {
    Write write = write("m1", new Counted("tone.applied", ago(9)));
    join(store().write(visitor, write));
    join(store().merge(visitor, ana));

    assertThat(join(store().write(visitor, write))).isEqualTo(Written.DUPLICATE);
    assertThat(join(store().write(ana, write))).isEqualTo(Written.DUPLICATE);
    assertThat(applied(ana).count()).isEqualTo(1);
  }

  @Test
  void merging_in_a_circle_keeps_one_person_with_everything() {
    PersonId ben = PersonId.user("ben-" + UUID.randomUUID());
    PersonId cleo = PersonId.user("cleo-" + UUID.randomUUID());
    for (PersonId each : List.of(ana, ben, cleo)) write(each, new Counted("tone.applied", ago(3)));

    join(store().merge(ana, ben));
    join(store().merge(ben, cleo));
    join(store().merge(cleo, ana));
    write(ana, new Counted("tone.applied", ago(1)));

    for (PersonId each : List.of(ana, ben, cleo)) assertThat(applied(each).count()).isEqualTo(4);
  }

  @Test
  void merges_in_a_circle_at_the_same_time_lose_nothing() {
    PersonId ben = PersonId.user("ben-" + UUID.randomUUID());
    for (PersonId each : List.of(ana, ben)) write(each, new Counted("tone.applied", ago(3)));

    CompletionStage<Void> one = store().merge(ana, ben);
    CompletionStage<Void> other = store().merge(ben, ana);
    join(one.thenCombine(other, (done, too) -> done));

    assertThat(applied(ana).count()).isEqualTo(2);
    assertThat(load(ben)).isEqualTo(load(ana));
  }

  @Test
  void an_erased_person_is_not_born_again_by_a_late_event() {
    write(visitor, new Counted("tone.applied", ago(9)));
    write(ana, learnt("role", "marketer", Source.DECLARED, 9));
    join(store().merge(visitor, ana));

    assertThat(join(store().erase(ana))).isTrue();

    assertThat(join(store().write(ana, write("late", new Counted("tone.applied", ago(1))))))
        .isEqualTo(Written.ERASED);
    assertThat(join(store().write(visitor, write("late", new Counted("tone.applied", ago(1))))))
        .isEqualTo(Written.ERASED);
    assertThat(load(ana)).isEqualTo(Known.nothing(ana));
    assertThat(export(ana).values()).isEmpty();
    assertThat(join(store().erase(ana))).isFalse();
  }

  @Test
  void consent_given_after_an_erasure_is_a_new_beginning() {
    write(ana, learnt("role", "marketer", Source.DECLARED, 9));
    join(store().erase(ana));

    write(ana, new Consented(Purpose.PERSONALISATION, true, ago(0), "sign-up", "v1"));
    write(ana, new Counted("tone.applied", ago(0)));

    assertThat(load(ana).profile()).isEmpty();
    assertThat(load(ana).counters()).containsKey("tone.applied");
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

  private Counter applied(PersonId person) {
    return Objects.requireNonNull(load(person).counters().get("tone.applied"));
  }

  private ItemState draft(PersonId person) {
    return Objects.requireNonNull(load(person).items().get("draft/1"));
  }

  private static Object value(Known known, String field) {
    return Objects.requireNonNull(known.profile().get(field)).value();
  }

  protected final void write(PersonId person, Change... changes) {
    Written written = join(store().write(person, write(UUID.randomUUID().toString(), changes)));
    assertThat(written).isEqualTo(Written.ENTERED);
  }

  protected static Write write(String id, Change... changes) {
    return new Write(id, NOW, List.of(changes));
  }

  protected final Known load(PersonId person) {
    return join(store().load(person));
  }

  protected final Export export(PersonId person) {
    return join(store().export(person));
  }

  protected static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  protected static Instant ago(int hours) {
    return NOW.minus(Duration.ofHours(hours));
  }

  private static Learnt learnt(String field, Object value, Source source, int hoursAgo) {
    return new Learnt(field, value, provenance(source, hoursAgo));
  }

  private static Provenance provenance(Source source, int hoursAgo) {
    return new Provenance(source, ago(hoursAgo), "I said so", 2, "lexicon", 0.75, "p1");
  }
}

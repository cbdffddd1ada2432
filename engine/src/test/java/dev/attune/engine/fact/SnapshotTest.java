package dev.attune.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.EventType;
import dev.attune.engine.vocabulary.FeatureType;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.ItemType;
import dev.attune.engine.vocabulary.Purpose;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Place PLACE = Place.of("vocabulary.yaml");
  private static final PersonId ANA = PersonId.user("ana");
  private static final Consent AGREED = new Consent(Map.of(Purpose.PERSONALISATION, true));

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          Map.of(
              "role", field("role", Purpose.PERSONALISATION),
              "plan", field("plan", Purpose.SERVICE),
              "contact", field("contact", Purpose.EMAIL)),
          Map.of(),
          Map.of(
              "tone.applied", new EventType("tone.applied", PLACE),
              "sentence.rewritten", new EventType("sentence.rewritten", PLACE)),
          Map.of(
              "tone",
              new FeatureType("tone", "tone.applied", "sentence.rewritten", true, null, PLACE),
              "styles",
              new FeatureType("styles", "style.made", "sentence.rewritten", false, "tone", PLACE)),
          Map.of("draft", new ItemType("draft", "id", null, Set.of(), Set.of(), Set.of(), PLACE)));

  @Test
  void without_consent_only_fields_of_allowed_purposes_remain() {
    Facts facts = Snapshot.of(known(Consent.NONE), VOCABULARY, NOW);

    assertThat(facts.profile()).containsOnlyKeys("plan");
    assertThat(facts.activities()).isEmpty();
    assertThat(facts.features()).isEmpty();
    assertThat(facts.items()).isEmpty();
    assertThat(facts.exposures()).isEmpty();
  }

  @Test
  void each_field_needs_the_consent_to_its_own_purpose() {
    assertThat(Snapshot.of(known(AGREED), VOCABULARY, NOW).profile())
        .containsOnlyKeys("plan", "role");
  }

  @Test
  void what_the_vocabulary_no_longer_declares_is_no_fact() {
    Facts facts = Snapshot.of(known(AGREED), Vocabulary.EMPTY, NOW);

    assertThat(facts.profile()).isEmpty();
    assertThat(facts.activities()).isEmpty();
    assertThat(facts.items()).isEmpty();
  }

  @Test
  void a_feature_is_missed_until_it_is_adopted_and_ready_after_the_one_before_it() {
    Facts before = Snapshot.of(known(AGREED, counter("sentence.rewritten", 4)), VOCABULARY, NOW);
    Facts after =
        Snapshot.of(
            known(AGREED, counter("sentence.rewritten", 4), counter("tone.applied", 2)),
            VOCABULARY,
            NOW);

    assertThat(before.features())
        .containsExactlyInAnyOrder(
            new Feature("tone", false, true, 4, 0, true),
            new Feature("styles", false, false, 4, 0, false));
    assertThat(after.features())
        .containsExactlyInAnyOrder(
            new Feature("tone", true, true, 0, 2, true),
            new Feature("styles", false, false, 4, 0, true));
  }

  @Test
  void a_week_is_today_and_the_six_days_before_where_the_person_lives() {
    Instant inBerlinYesterday = Instant.parse("2026-11-23T22:59:59Z");
    Instant sixDaysAgo = Instant.parse("2026-11-17T23:00:00Z");
    Instant sevenDaysAgo = Instant.parse("2026-11-17T22:59:59Z");
    Counter counter =
        Counter.once("tone.applied", inBerlinYesterday)
            .plus(Counter.once("tone.applied", sixDaysAgo))
            .plus(Counter.once("tone.applied", sevenDaysAgo));

    Facts facts = Snapshot.of(known(AGREED, counter), VOCABULARY, NOW);

    assertThat(facts.activities()).containsExactly(new Activity("tone.applied", 3, 2, 3, 7, 1));
  }

  @Test
  void one_person_asked_about_twice_is_as_old_as_each_day_and_zone_makes_them() {
    Known known = known(AGREED, Counter.once("tone.applied", NOW.minus(Duration.ofDays(6))));
    Known inTokyo =
        new Known(
            known.person(),
            ZoneId.of("Asia/Tokyo"),
            known.consent(),
            known.learnt(),
            known.attention(),
            known.surfaces());

    assertThat(week(known, VOCABULARY, NOW)).isOne();
    assertThat(week(known, VOCABULARY, NOW.plus(Duration.ofDays(1)))).isZero();
    assertThat(week(known, VOCABULARY, NOW)).isOne();
    assertThat(week(inTokyo, VOCABULARY, NOW.plus(Duration.ofHours(4)))).isZero();
    assertThat(week(known, VOCABULARY, NOW.plus(Duration.ofHours(4)))).isOne();
    assertThat(Snapshot.of(known, Vocabulary.EMPTY, NOW).activities()).isEmpty();
  }

  private static int week(Known known, Vocabulary vocabulary, Instant now) {
    return Snapshot.of(known, vocabulary, now).activities().get(0).last7Days();
  }

  @Test
  void items_and_exposures_carry_their_ages() {
    Facts facts = Snapshot.of(known(AGREED), VOCABULARY, NOW);

    assertThat(facts.items()).containsExactly(new Item("draft", "1", "Plan", "open", 49));
    assertThat(facts.exposures()).containsExactly(new Exposure("nudge", 2, 1, 0, 3));
  }

  private static Known known(Consent consent, Counter... counters) {
    Encounters met =
        new Encounters(
            "nudge",
            List.of(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(3))),
            2,
            1,
            0,
            0,
            null,
            null,
            null,
            false);
    return new Known(
        ANA,
        ZoneId.of("Europe/Berlin"),
        consent,
        Map.of("role", value("marketer"), "plan", value("pro"), "contact", value("mail")),
        counters.length == 0
            ? Map.of()
            : Arrays.stream(counters).collect(Collectors.toMap(Counter::event, counter -> counter)),
        Map.of(
            "draft/1",
            new ItemState("draft", "1", "Plan", NOW.minus(Duration.ofMinutes(49 * 60 + 30)), null)),
        Map.of("nudge", met),
        Attention.UNTOUCHED);
  }

  private static Counter counter(String event, int count) {
    return new Counter(event, count, NOW, NOW, Recent.NONE.plus(NOW, count));
  }

  private static ProfileValue value(String text) {
    return new ProfileValue(text, Provenance.of(Source.DECLARED, NOW));
  }

  private static Field field(String name, Purpose purpose) {
    return new Field(name, FieldType.TEXT, List.of(), name, null, purpose, null, true, PLACE);
  }
}

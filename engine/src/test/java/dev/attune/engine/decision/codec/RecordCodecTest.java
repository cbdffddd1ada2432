package dev.attune.engine.decision.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.attune.engine.action.Kind;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.ScoreParts;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.DecisionRecord.Proposed;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.State;
import dev.attune.engine.decision.StateReason;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.Surfaces;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.Surfaces.Layout;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00.123Z");

  @Test
  void a_record_comes_back_as_it_was() {
    DecisionRecord made = thirtyFacts();

    assertThat(RecordCodec.decode(RecordCodec.encode(made))).isEqualTo(made);
  }

  @Test
  void a_record_with_thirty_facts_takes_about_a_kilobyte() {
    assertThat(RecordCodec.encode(thirtyFacts())).hasSizeLessThan(1_024);
  }

  @Test
  void what_the_person_arranged_and_what_stood_where_comes_back_too() {
    DecisionRecord plain = thirtyFacts();
    Surfaces surfaces =
        Surfaces.UNTOUCHED
            .arrange(
                "home.grid",
                new Arrangement(List.of("reports"), Set.of("learn"), AT.minusMillis(7)))
            .layOut("home.grid", new Layout(List.of("reports", "resume-draft"), -77, AT));
    DecisionRecord made =
        changed(
            plain,
            plain.known().with(surfaces),
            List.of(new PlacementRequest("home.grid", null, Set.of("reports", "learn"))),
            plain.chosen());

    assertThat(RecordCodec.decode(RecordCodec.encode(made))).isEqualTo(made);
    assertThat(RecordCodec.encode(made)).hasSizeLessThan(1_024);
  }

  private static DecisionRecord changed(
      DecisionRecord made, Known known, List<PlacementRequest> asked, List<Chosen> chosen) {
    return new DecisionRecord(
        made.id(),
        made.release(),
        made.at(),
        made.state(),
        made.stateReason(),
        known,
        made.visit(),
        asked,
        made.candidates(),
        chosen,
        made.suppressed(),
        made.evidence(),
        made.refused());
  }

  @Test
  void broken_bytes_are_refused() {
    byte[] bytes = RecordCodec.encode(thirtyFacts());

    assertThatIllegalArgumentException().isThrownBy(() -> RecordCodec.decode(new byte[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordCodec.decode(Arrays.copyOf(bytes, bytes.length / 2)));
  }

  @Test
  void what_stood_for_one_item_of_several_comes_back_with_it() {
    DecisionRecord plain = thirtyFacts();
    Chosen row =
        new Chosen(
            "crm.worklist",
            "call",
            "lead/l 1",
            Kind.MODULE,
            false,
            1,
            plain.chosen().get(0).parts(),
            null,
            "01KJQ0V4S8ABCDEFGHJKMNPQRS",
            AT.plusSeconds(600));
    DecisionRecord made =
        new DecisionRecord(
            plain.id(),
            plain.release(),
            plain.at(),
            plain.state(),
            plain.stateReason(),
            plain.known(),
            plain.visit(),
            plain.asked(),
            plain.candidates(),
            List.of(row),
            List.of(
                new Suppression("call", "lead/l-2", "crm.worklist", ReasonCode.OUTRANKED, null)),
            plain.evidence(),
            Map.of("call lead/l-3", "cap"));

    assertThat(RecordCodec.decode(RecordCodec.encode(made))).isEqualTo(made);
  }

  private static DecisionRecord thirtyFacts() {
    return new DecisionRecord(
        "01KJQ0V4S8ABCDEFGHJKMNPQRS",
        "12",
        AT,
        State.FRESH,
        StateReason.NONE,
        ana(),
        new VisitContext(Map.of("device", "desktop", "hour", 10.5, "focus", false)),
        List.of(new PlacementRequest("home.grid", 3), new PlacementRequest("home.banner", null)),
        List.of(
            new Proposed("resume-draft", "a draft waits", "left it open", 1.5, "draft/d-1"),
            new Proposed("try-comments", "show comments", "exports in a team", 1, null)),
        List.of(
            new Chosen(
                "home.grid",
                "resume-draft",
                null,
                Kind.MODULE,
                false,
                1,
                new ScoreParts(60, 1.5, 0.37, 1, 1, 1.25, new Evidence(90, 28)),
                0.25,
                null,
                AT.plusSeconds(600))),
        List.of(
            new Suppression("try-comments", null, "home.banner", ReasonCode.NO_ATTENTION, null)),
        Map.of("resume-draft", new Evidence(90, 28)),
        Map.of("try-comments", "two-a-day"));
  }

  private static Known ana() {
    return new Known(
        PersonId.user("ana"),
        ZoneId.of("Europe/Lisbon"),
        new Consent(Map.of(Purpose.PERSONALISATION, true, Purpose.EMAIL, false)),
        profile(),
        counters(),
        Map.of(
            "draft/d-1",
            new ItemState("draft", "d-1", "Spring launch", AT.minusSeconds(99_000), null),
            "review/r-1",
            new ItemState("review", "r-1", "Price list", AT.minusSeconds(9_000), AT)),
        encounters(),
        new Attention(
            List.of(new Attention.Interruption("try-tone", "nudge", AT.minusSeconds(7_000))),
            List.of(
                new Attention.Reservation(
                    "01KJQ0V4S8ZZZZZZZZZZZZZZZZ", "tour", "tour", true, AT.plusSeconds(60)))));
  }

  private static Map<String, ProfileValue> profile() {
    Map<String, ProfileValue> profile = new LinkedHashMap<>();
    Provenance said =
        new Provenance(
            Source.DECLARED, AT.minusSeconds(86_400), "I'm a marketer", 1, "llm", 0.9, "3");
    profile.put("role", new ProfileValue("marketer", said));
    profile.put("goals", new ProfileValue(Set.of("run_campaigns"), said));
    Provenance imported = Provenance.of(Source.IMPORTED, AT.minusSeconds(864_000));
    profile.put("teamSize", new ProfileValue(4.0, imported));
    profile.put("plan", new ProfileValue("trial", imported));
    profile.put("verified", new ProfileValue(true, imported));
    profile.put("signedUpAt", new ProfileValue(LocalDate.of(2026, 2, 1), imported));
    profile.put("trialEndsAt", new ProfileValue(LocalDate.of(2026, 3, 4), imported));
    profile.put("yearsExperience", new ProfileValue(7.5, imported));
    return profile;
  }

  private static Map<String, Counter> counters() {
    Map<String, Counter> counters = new LinkedHashMap<>();
    for (int i = 0; i < 15; i++) {
      String event = "document.event" + i;
      Counter counter = Counter.once(event, AT.minusSeconds(1_234_567L * (i + 1)));
      for (int day = 0; day < i; day++)
        counter = counter.plus(Counter.once(event, AT.minusSeconds(170_000L * day + 5_000L * i)));
      counters.put(event, counter);
    }
    return counters;
  }

  private static Map<String, Encounters> encounters() {
    Map<String, Encounters> encounters = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      List<Instant> shown = List.of(AT.minusSeconds(90_001L * (i + 2)), AT.minusSeconds(5_003));
      encounters.put(
          "action-" + i,
          new Encounters("action-" + i, shown, 2, 1, 0, 1, AT, null, AT.plusSeconds(9), i == 3));
    }
    return encounters;
  }
}

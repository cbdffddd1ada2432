package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Kind;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.arbitration.ScoreParts;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.decision.DecisionRecordsContract;
import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisDecisionRecordsIT extends DecisionRecordsContract {
  private static final ScoreParts PARTS = new ScoreParts(1, 1, 1, 1, 1, 1, Evidence.NONE);

  private final RedisStores stores = TestRedis.stores();

  @AfterEach
  void close() {
    TestRedis.close(stores);
  }

  @Override
  protected DecisionRecords records() {
    return stores.records();
  }

  @Test
  void an_erased_persons_decisions_are_met_by_no_walk() {
    Instant now = Instant.now();
    PersonId ben = PersonId.user("ben");
    DecisionIds ids = DecisionIds.random();
    join(records().save(record(ids.next(now), now, ben)));
    join(records().save(record(ids.next(now), now, PersonId.user("cleo"))));

    join(stores.facts().erase(ben));
    join(records().save(record(ids.next(now), now, ben)));

    assertThat(
            join(records().recent(now.minusSeconds(60), now.plusSeconds(60), null, 50)).records())
        .hasSize(1);
  }

  @Test
  void a_record_on_its_way_while_its_person_is_erased_never_arrives() {
    Instant now = Instant.now();
    PersonId ben = PersonId.user("ben");
    String id = DecisionIds.random().next(now);
    Ask ask = new Ask("nudge", Kind.NUDGE, true, List.of());
    join(stores.attention().reserve(ben, id, List.of(ask), now, now.plusSeconds(600)));

    join(stores.facts().erase(ben));
    join(records().save(reserved(id, now, ben)));

    assertThat(join(records().load(id))).isEmpty();
  }

  @Test
  void an_erased_person_is_promised_a_showing_that_leaves_no_trace() {
    Instant now = Instant.now();
    PersonId ben = PersonId.user("ben");
    join(stores.facts().erase(ben));

    Ask ask = new Ask("nudge", Kind.NUDGE, true, List.of());
    Grant grant =
        join(stores.attention().reserve(ben, "d1", List.of(ask), now, now.plusSeconds(600))).get(0);

    assertThat(grant).isEqualTo(Grant.unkept("nudge"));
    assertThat(join(stores.facts().load(ben)).attention().reserved()).isEmpty();
  }

  @Test
  void an_exposed_record_that_is_erased_is_gone() {
    Instant now = Instant.now();
    PersonId ben = PersonId.user("ben");
    String id = DecisionIds.random().next(now);
    join(records().save(record(id, now, ben)));
    join(records().keepExposed(id));

    join(stores.facts().erase(ben));

    assertThat(join(records().load(id))).isEmpty();
  }

  /** A decision that holds a reservation. */
  private static DecisionRecord reserved(String id, Instant at, PersonId person) {
    DecisionRecord plain = record(id, at, person);
    Chosen chosen =
        new Chosen("p", "nudge", null, Kind.NUDGE, true, 1, PARTS, null, id, at.plusSeconds(600));
    return new DecisionRecord(
        id,
        plain.release(),
        at,
        plain.state(),
        plain.stateReason(),
        plain.known(),
        plain.visit(),
        plain.asked(),
        plain.candidates(),
        List.of(chosen),
        plain.suppressed(),
        plain.evidence(),
        plain.refused());
  }
}

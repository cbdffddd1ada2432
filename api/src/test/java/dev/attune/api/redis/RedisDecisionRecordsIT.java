package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.decision.DecisionRecordsContract;
import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisDecisionRecordsIT extends DecisionRecordsContract {
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
}

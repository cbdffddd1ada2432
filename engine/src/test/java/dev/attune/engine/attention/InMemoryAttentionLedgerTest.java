package dev.attune.engine.attention;

import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

class InMemoryAttentionLedgerTest extends AttentionLedgerContract {
  private final ConcurrentMap<PersonId, Known> people = new ConcurrentHashMap<>();
  private final FactStore store = new InMemoryFactStore(people, ConsentDefault.NOTHING);
  private final AttentionLedger ledger = new InMemoryAttentionLedger(people);

  @Override
  protected FactStore store() {
    return store;
  }

  @Override
  protected AttentionLedger ledger() {
    return ledger;
  }
}

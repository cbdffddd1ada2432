package dev.attune.api.http;

import dev.attune.engine.fact.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in, and for whom: keys, proofs, the table that grants access, and how often.
 * Thread-safe.
 */
public final class Door {
  private final KeyRing keys;
  private final Proofs proofs;
  private final AccessTable table;
  private final Rates rates;

  public Door(KeyRing keys, Proofs proofs, AccessTable table, Rates rates) {
    this.keys = keys;
    this.proofs = proofs;
    this.table = table;
    this.rates = rates;
  }

  Caller callerBy(@Nullable String header) {
    return keys.byHeader(header);
  }

  Caller callerOf(@Nullable String key) {
    return keys.byKey(key);
  }

  /** How many seconds a key that calls too often is to wait; 0 when it may go on. */
  int secondsToWait(Caller caller) {
    return rates.take(caller);
  }

  /** The same for the key in a header, without looking at it when no key is bounded. */
  int secondsToWait(@Nullable String header) {
    return rates.bound() ? rates.take(keys.byHeader(header)) : 0;
  }

  Access access(Caller caller, Operation operation) {
    return caller.to(operation, table);
  }

  boolean proves(PersonId person, @Nullable String proof) {
    return proofs.proves(person, proof);
  }
}

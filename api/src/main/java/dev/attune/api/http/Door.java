package dev.attune.api.http;

import dev.attune.engine.fact.PersonId;
import org.jspecify.annotations.Nullable;

/** Who may come in, and for whom: keys, proofs and the table that grants access. Thread-safe. */
public final class Door {
  private final KeyRing keys;
  private final Proofs proofs;
  private final AccessTable table;

  public Door(KeyRing keys, Proofs proofs, AccessTable table) {
    this.keys = keys;
    this.proofs = proofs;
    this.table = table;
  }

  Caller callerBy(@Nullable String header) {
    return keys.byHeader(header);
  }

  Caller callerOf(@Nullable String key) {
    return keys.byKey(key);
  }

  Access access(Caller caller, Operation operation) {
    return caller.to(operation, table);
  }

  boolean proves(PersonId person, @Nullable String proof) {
    return proofs.proves(person, proof);
  }
}

package dev.attune.engine.arbitration;

import dev.attune.engine.fact.PersonId;

/** Draws a number for a person that depends on the salt and the person alone. */
public final class Lot {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Lot() {}

  /** Uniform over people, from 0 (inclusive) to 1 (exclusive). */
  public static double of(String salt, PersonId person) {
    long hash = mixed(FNV_OFFSET, salt);
    hash = (hash ^ (person.anonymous() ? 1 : 0)) * FNV_PRIME;
    hash = finished(mixed(hash, person.value()));
    return (hash >>> 11) * 0x1.0p-53;
  }

  private static long mixed(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    return hash * FNV_PRIME;
  }

  /** Spreads every input bit over all output bits; the multiply above only carries upwards. */
  private static long finished(long hash) {
    long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}

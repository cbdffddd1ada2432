package dev.attune.engine.decision.codec;

import dev.attune.engine.fact.Known;
import java.lang.ref.WeakReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a person as bytes: a hundredth of the objects, so that many people can be
 * remembered without the collector walking over them. Once unpacked it is used again until the
 * collector comes by: who is asked about again and again, with the store away, is unpacked seldom.
 * Immutable, thread-safe.
 */
public final class KnownBytes {
  private final byte[] learnt;
  private final byte[] rest;
  private final Instant at;
  private volatile @Nullable WeakReference<Known> unpacked;

  private KnownBytes(byte[] learnt, byte[] rest, Instant at) {
    this.learnt = learnt;
    this.rest = rest;
    this.at = at;
  }

  /**
   * @param at when it was read
   */
  public static KnownBytes of(Known known, Instant at) {
    Packer out = new Packer(at);
    KnownCodec.pack(known, out);
    return new KnownBytes(LearntCodec.pack(known.learnt()), out.bytes(), at);
  }

  /** When it was read. */
  public Instant at() {
    return at;
  }

  public Known known() {
    WeakReference<Known> last = unpacked;
    Known known = last == null ? null : last.get();
    if (known == null) {
      known = KnownCodec.unpack(new Unpacker(rest, at), LearntCodec.unpack(learnt));
      unpacked = new WeakReference<>(known);
    }
    return known;
  }
}

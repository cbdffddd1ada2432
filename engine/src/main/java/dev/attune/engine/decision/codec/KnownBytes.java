package dev.attune.engine.decision.codec;

import dev.attune.engine.fact.Known;
import java.time.Instant;

/**
 * What is known about a person as bytes: a hundredth of the objects, so that many people can be
 * remembered without the collector walking over them.
 *
 * @param at when it was read
 */
public record KnownBytes(byte[] learnt, byte[] rest, Instant at) {
  /**
   * @param at when it was read
   */
  public static KnownBytes of(Known known, Instant at) {
    Packer out = new Packer(at);
    KnownCodec.pack(known, out);
    return new KnownBytes(LearntCodec.pack(known.learnt()), out.bytes(), at);
  }

  public Known known() {
    return KnownCodec.unpack(new Unpacker(rest, at), LearntCodec.unpack(learnt));
  }
}

package dev.attune.engine.decision.codec;

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
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.Learnt;
import dev.attune.engine.fact.VisitContext;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decision records as compressed bytes, about 1 KB with thirty facts. Details of suppressions are
 * not kept: they are derived again when asked for. Thread-safe.
 */
public final class RecordCodec {
  private static final byte VERSION = 4;

  /** The version, 48 bits of milliseconds, and how many bytes of what was learnt follow. */
  private static final int HEAD = 1 + Short.BYTES + 2 * Integer.BYTES;

  private RecordCodec() {}

  public static byte[] encode(DecisionRecord made) {
    Packer out = new Packer(made.at());
    pack(made, out);
    byte[] learnt = LearntCodec.pack(made.known().learnt());
    byte[] rest = Squeeze.small(out.bytes());
    return ByteBuffer.allocate(HEAD + learnt.length + rest.length)
        .put(VERSION)
        .putShort((short) (made.at().toEpochMilli() >>> Integer.SIZE))
        .putInt((int) made.at().toEpochMilli())
        .putInt(learnt.length)
        .put(learnt)
        .put(rest)
        .array();
  }

  /**
   * @throws IllegalArgumentException when the bytes are no record of this version
   */
  public static DecisionRecord decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEAD || in.get() != VERSION)
      throw new IllegalArgumentException("not a decision record of version " + VERSION);
    long millis = (long) in.getShort() << Integer.SIZE | in.getInt() & 0xFFFFFFFFL;
    Instant at = Instant.ofEpochMilli(millis);
    Learnt learnt = LearntCodec.unpack(next(in, in.getInt()));
    return unpack(at, new Unpacker(Squeeze.large(next(in, in.remaining())), at), learnt);
  }

  /** The record, held as its bytes until it is asked for. */
  public static Supplier<DecisionRecord> packed(DecisionRecord made) {
    byte[] bytes = encode(made);
    return () -> decode(bytes);
  }

  private static byte[] next(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining())
      throw new IllegalArgumentException("decision record is cut short");
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static void pack(DecisionRecord made, Packer out) {
    out.text(made.id());
    out.text(made.release());
    out.constant(made.state());
    out.constant(made.stateReason());
    KnownCodec.pack(made.known(), out);
    out.each(
        made.visit().values().entrySet(),
        one -> {
          out.text(one.getKey());
          out.value(one.getValue());
        });
    out.each(
        made.asked(),
        one -> {
          out.text(one.id());
          out.number(one.limit() == null ? 0 : one.limit());
          out.flag(one.available() != null);
          if (one.available() != null) out.each(one.available(), out::text);
        });
    out.each(made.candidates(), one -> packProposed(one, out));
    out.each(made.chosen(), one -> packChosen(one, out));
    out.each(
        made.suppressed(),
        one -> {
          out.text(one.key());
          out.text(one.placement());
          out.constant(one.reason());
        });
    out.each(
        made.evidence().entrySet(),
        one -> {
          out.text(one.getKey());
          packEvidence(one.getValue(), out);
        });
    out.each(
        made.refused().entrySet(),
        one -> {
          out.text(one.getKey());
          out.text(one.getValue());
        });
  }

  private static DecisionRecord unpack(Instant at, Unpacker in, Learnt learnt) {
    String id = in.text();
    String release = in.text();
    State state = in.constant(State.values());
    StateReason reason = in.constant(StateReason.values());
    Known known = KnownCodec.unpack(in, learnt);
    Map<String, Object> visit = new LinkedHashMap<>();
    in.each(() -> visit.put(in.text(), in.value()));
    List<PlacementRequest> asked = in.each(() -> unpackAsked(in));
    List<Proposed> candidates = in.each(() -> unpackProposed(in));
    List<Chosen> chosen = in.each(() -> unpackChosen(in));
    List<Suppression> suppressed = in.each(() -> unpackSuppression(in));
    Map<String, Evidence> evidence = new LinkedHashMap<>();
    in.each(() -> evidence.put(in.text(), unpackEvidence(in)));
    Map<String, String> refused = new LinkedHashMap<>();
    in.each(() -> refused.put(in.text(), in.text()));
    return new DecisionRecord(
        id,
        release,
        at,
        state,
        reason,
        known,
        new VisitContext(visit),
        asked,
        candidates,
        chosen,
        suppressed,
        evidence,
        refused);
  }

  private static PlacementRequest unpackAsked(Unpacker in) {
    String id = in.text();
    int limit = in.whole();
    Set<String> available = in.flag() ? Set.copyOf(in.each(in::text)) : null;
    return new PlacementRequest(id, limit == 0 ? null : limit, available);
  }

  private static Suppression unpackSuppression(Unpacker in) {
    String key = in.text();
    return new Suppression(
        ActionKey.action(key),
        ActionKey.item(key),
        in.text(),
        in.constant(ReasonCode.values()),
        null);
  }

  private static void packProposed(Proposed one, Packer out) {
    out.text(one.action());
    out.text(one.rule());
    out.text(one.because());
    out.fraction(one.weight());
    out.text(one.item());
  }

  private static Proposed unpackProposed(Unpacker in) {
    return new Proposed(in.text(), in.text(), in.text(), in.fraction(), in.optionalText());
  }

  private static void packChosen(Chosen one, Packer out) {
    out.text(one.placement());
    out.text(one.key());
    out.constant(one.kind());
    out.flag(one.interrupts());
    out.number(one.rank());
    out.number(one.parts().priority());
    out.fraction(one.parts().weight());
    out.fraction(one.parts().likelihood());
    out.fraction(one.parts().value());
    out.fraction(one.parts().liking());
    out.fraction(one.parts().affinity());
    packEvidence(one.parts().evidence(), out);
    out.fraction(one.drawn() == null ? 0 : one.drawn());
    out.text(one.reservation());
    out.time(one.expiresAt());
  }

  private static Chosen unpackChosen(Unpacker in) {
    String placement = in.text();
    String key = in.text();
    Kind kind = in.constant(Kind.values());
    boolean interrupts = in.flag();
    int rank = in.whole();
    ScoreParts parts =
        new ScoreParts(
            in.whole(),
            in.fraction(),
            in.fraction(),
            in.fraction(),
            in.fraction(),
            in.fraction(),
            unpackEvidence(in));
    double drawn = in.fraction();
    return new Chosen(
        placement,
        ActionKey.action(key),
        ActionKey.item(key),
        kind,
        interrupts,
        rank,
        parts,
        drawn == 0 ? null : drawn,
        in.optionalText(),
        in.time());
  }

  private static void packEvidence(Evidence evidence, Packer out) {
    out.number(evidence.shown());
    out.number(evidence.accepted());
  }

  private static Evidence unpackEvidence(Unpacker in) {
    return new Evidence(in.number(), in.number());
  }
}

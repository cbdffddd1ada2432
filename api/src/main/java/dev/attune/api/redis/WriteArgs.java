package dev.attune.api.redis;

import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.Change.Arranged;
import dev.attune.engine.fact.Change.Closed;
import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Change.Learnt;
import dev.attune.engine.fact.Change.Touched;
import dev.attune.engine.fact.Change.Zoned;
import dev.attune.engine.fact.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The arguments of {@code write.lua}. */
final class WriteArgs {
  static final byte[] DECISIONS = Form.bytes(Keys.RECORD_EXPOSED.toMillis());

  private static final byte[] NONE = Form.bytes(0);

  private WriteArgs() {}

  static List<byte[]> of(Write write) {
    List<byte[]> args = new ArrayList<>(head(write.id(), write.at(), grants(write)));
    List<byte[]> told = told(write);
    args.add(Form.bytes(told.size() / 2));
    args.addAll(told);
    args.add(NONE);
    args.add(NONE);
    args.add(DECISIONS);
    Form.profile(learnt(write)).ifPresent(entry -> add(args, entry));
    for (Change change : write.changes()) {
      if (!(change instanceof Learnt)) add(args, entry(change));
    }
    args.add(Form.mark());
    return args;
  }

  private static void add(List<byte[]> args, Form.Entry entry) {
    args.add(Form.bytes(entry.field()));
    args.add(Form.bytes(entry.value()));
  }

  private static List<Learnt> learnt(Write write) {
    List<Learnt> learnt = new ArrayList<>();
    for (Change change : write.changes()) {
      if (change instanceof Learnt one) learnt.add(one);
    }
    return learnt;
  }

  static List<byte[]> head(String id, Instant at, boolean revives) {
    long now = at.toEpochMilli();
    long keep = Keys.ENTERED.toMillis();
    return List.of(
        Form.bytes(now),
        Form.bytes(id),
        Form.bytes(now + keep),
        Form.bytes(keep),
        Form.bytes(Keys.FACTS.toMillis()),
        Form.bytes(revives ? 1 : 0));
  }

  private static List<byte[]> told(Write write) {
    List<byte[]> told = new ArrayList<>();
    for (Change change : write.changes()) {
      if (change instanceof Learnt learnt) {
        told.add(Form.bytes(learnt.provenance().at().toEpochMilli()));
        told.add(Form.bytes(Form.told(learnt)));
      }
      if (change instanceof Consented consented) {
        told.add(Form.bytes(consented.at().toEpochMilli()));
        told.add(Form.bytes(Form.told(consented)));
      }
    }
    return told;
  }

  private static boolean grants(Write write) {
    return write.changes().stream()
        .anyMatch(change -> change instanceof Consented decided && decided.granted());
  }

  private static Form.Entry entry(Change change) {
    if (change instanceof Counted counted) return Form.of(counted);
    if (change instanceof Touched touched) return Form.of(touched);
    if (change instanceof Closed closed) return Form.of(closed);
    if (change instanceof Arranged arranged) return Form.of(arranged);
    if (change instanceof Zoned zoned) return Form.of(zoned);
    if (change instanceof Consented consented) return Form.of(consented);
    throw new IllegalStateException("no form for " + change.getClass());
  }
}

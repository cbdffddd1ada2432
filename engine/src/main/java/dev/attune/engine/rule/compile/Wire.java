package dev.attune.engine.rule.compile;

import dev.attune.engine.rule.compile.RuleBuilder.Built;
import dev.attune.engine.rule.compile.RuleBuilder.Complaint;
import dev.attune.engine.rule.compile.RuleBuilder.Failed;
import dev.attune.engine.rule.compile.RuleBuilder.Outcome;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server and its build process say to each other: lengths and bytes, no objects, so that
 * nothing a hostile rule makes of the build process can be brought to life here.
 */
final class Wire {
  private static final int MOST = 64 << 20;

  /** A request for a build. */
  record Request(RuleSources sources, String key, Map<String, byte[]> factClasses) {}

  private Wire() {}

  static void write(Request request, DataOutputStream out) throws IOException {
    text(request.sources.useCase(), out);
    text(request.key, out);
    out.writeInt(request.sources.drl().size());
    for (Map.Entry<String, String> file : request.sources.drl().entrySet()) {
      text(file.getKey(), out);
      text(file.getValue(), out);
    }
    out.writeInt(request.factClasses.size());
    for (Map.Entry<String, byte[]> file : request.factClasses.entrySet()) {
      text(file.getKey(), out);
      bytes(file.getValue(), out);
    }
    out.flush();
  }

  static Request request(DataInputStream in) throws IOException {
    String useCase = text(in);
    String key = text(in);
    Map<String, String> drl = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) drl.put(text(in), text(in));
    Map<String, byte[]> factClasses = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) factClasses.put(text(in), bytes(in));
    return new Request(new RuleSources(useCase, drl), key, factClasses);
  }

  static void write(Outcome outcome, DataOutputStream out) throws IOException {
    out.writeBoolean(outcome instanceof Built);
    if (outcome instanceof Built built) bytes(built.archive(), out);
    if (outcome instanceof Failed failed) {
      out.writeInt(failed.complaints().size());
      for (Complaint each : failed.complaints()) {
        text(each.path(), out);
        out.writeInt(each.line());
        text(each.words(), out);
      }
    }
    out.flush();
  }

  static Outcome outcome(DataInputStream in) throws IOException {
    if (in.readBoolean()) return new Built(bytes(in));
    List<Complaint> complaints = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      complaints.add(new Complaint(text(in), in.readInt(), text(in)));
    }
    return new Failed(complaints);
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST) throw new IOException("%d bytes".formatted(length));
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) throw new IOException("cut off");
    return bytes;
  }
}

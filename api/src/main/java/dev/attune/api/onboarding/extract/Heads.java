package dev.attune.api.onboarding.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trained heads, as they stand in the resource {@code heads.bin}: for each field one that sees
 * meaning and words, and one that sees the words alone.
 *
 * @param trainedOn names the phrases they were trained on, so that stale weights are noticed
 * @param byField those that see the meaning as well
 * @param byWords those that see the words alone
 */
record Heads(String trainedOn, Map<String, Head> byField, Map<String, Head> byWords) {
  static Heads load() {
    try (InputStream resource = Heads.class.getResourceAsStream("heads.bin")) {
      if (resource == null) throw new IllegalStateException("the trained heads are not packaged");
      return read(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Heads read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    String trainedOn = in.readUTF();
    Map<String, Head> byField = readAll(in);
    return new Heads(trainedOn, byField, readAll(in));
  }

  private static Map<String, Head> readAll(DataInputStream in) throws IOException {
    Map<String, Head> heads = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String field = in.readUTF();
      int labels = in.readInt();
      int width = in.readInt();
      List<String> names = new ArrayList<>();
      float[][] weights = new float[labels][width];
      for (int label = 0; label < labels; label++) {
        names.add(in.readUTF());
        readRow(in, weights[label]);
      }
      heads.put(field, new Head(List.copyOf(names), weights));
    }
    return heads;
  }

  /** A weight takes two bytes, in steps of the row's own. */
  private static void readRow(DataInputStream in, float[] row) throws IOException {
    float step = in.readFloat();
    for (int i = 0; i < row.length; i++) row[i] = step * in.readShort();
  }

  void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeUTF(trainedOn);
    writeAll(byField, out);
    writeAll(byWords, out);
    out.flush();
  }

  private static void writeAll(Map<String, Head> heads, DataOutputStream out) throws IOException {
    out.writeInt(heads.size());
    for (Map.Entry<String, Head> entry : heads.entrySet()) {
      Head head = entry.getValue();
      out.writeUTF(entry.getKey());
      out.writeInt(head.labels().size());
      out.writeInt(head.weights()[0].length);
      for (int label = 0; label < head.labels().size(); label++) {
        out.writeUTF(head.labels().get(label));
        writeRow(head.weights()[label], out);
      }
    }
  }

  private static void writeRow(float[] row, DataOutputStream out) throws IOException {
    float largest = Float.MIN_NORMAL;
    for (float weight : row) largest = Math.max(largest, Math.abs(weight));
    float step = largest / Short.MAX_VALUE;
    out.writeFloat(step);
    for (float weight : row) out.writeShort(Math.round(weight / step));
  }
}

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
 * The trained heads by field, as they stand in the resource {@code heads.bin}.
 *
 * @param trainedOn names the phrases they were trained on, so that stale weights are noticed
 */
record Heads(String trainedOn, Map<String, Head> byField) {
  static final Heads NONE = new Heads("", Map.of());

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
    Map<String, Head> heads = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String field = in.readUTF();
      int labels = in.readInt();
      int width = in.readInt();
      List<String> names = new ArrayList<>();
      float[][] weights = new float[labels][width];
      for (int label = 0; label < labels; label++) {
        names.add(in.readUTF());
        for (int i = 0; i < width; i++) weights[label][i] = in.readFloat();
      }
      heads.put(field, new Head(List.copyOf(names), weights));
    }
    return new Heads(trainedOn, heads);
  }

  void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeUTF(trainedOn);
    out.writeInt(byField.size());
    for (Map.Entry<String, Head> entry : byField.entrySet()) {
      Head head = entry.getValue();
      out.writeUTF(entry.getKey());
      out.writeInt(head.labels().size());
      out.writeInt(head.weights()[0].length);
      for (int label = 0; label < head.labels().size(); label++) {
        out.writeUTF(head.labels().get(label));
        for (float weight : head.weights()[label]) out.writeFloat(weight);
      }
    }
    out.flush();
  }
}

package dev.attune.api.replay;

import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.publish.replay.RecordPages;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recorded decisions in a file: a line that says so, then one packed record in base64 a line. It
 * holds what was known about people and is to be guarded like their data.
 */
public final class DecisionFile {
  private static final String HEAD = "attune-decisions 1";
  private static final int PAGE = 256;
  private static final int MOST_LETTERS = 1 << 21;

  private DecisionFile() {}

  /** Writes all pages, one after the other; nothing stands there when it fails. */
  public static long write(Path file, RecordPages records) throws IOException {
    long written = 0;
    Path begun = Files.createTempFile(file.toAbsolutePath().getParent(), ".decisions", null);
    try (BufferedWriter out = Files.newBufferedWriter(begun)) {
      out.write(HEAD + "\n");
      for (List<byte[]> page = records.next(); !page.isEmpty(); page = records.next()) {
        for (byte[] record : page) out.write(Base64.getEncoder().encodeToString(record) + "\n");
        written += page.size();
      }
    } catch (IOException failed) {
      Files.deleteIfExists(begun);
      throw failed;
    }
    Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
    return written;
  }

  /** A file being read. */
  public static final class Reader implements RecordPages, AutoCloseable {
    private final BufferedReader in;

    Reader(BufferedReader in) {
      this.in = in;
    }

    @Override
    public List<byte[]> next() throws IOException {
      List<byte[]> page = new ArrayList<>(PAGE);
      String line = "";
      while (page.size() < PAGE && (line = in.readLine()) != null) {
        if (!line.isBlank()) page.add(record(line));
      }
      return page;
    }

    /** What is no base64 is no record either, and is counted as one that cannot be read. */
    private static byte[] record(String line) {
      try {
        if (line.length() <= MOST_LETTERS) return Base64.getDecoder().decode(line.strip());
      } catch (IllegalArgumentException damaged) {
        // Counted by the replay.
      }
      return new byte[0];
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /**
   * Begins to read.
   *
   * @throws IOException also when it is no such file
   */
  public static Reader open(Path file) throws IOException {
    BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
    if (HEAD.equals(in.readLine())) return new Reader(in);
    in.close();
    throw new IOException(
        file + " holds no recorded decisions. Write one with: attune replay --export " + file);
  }

  /** The last outcome counts of each action in the file, and how many records there are. */
  public record Summary(long records, Map<String, Evidence> evidence) {}

  /** Reads a whole file once, a page at a time. */
  public static Summary summary(Path file) throws IOException {
    Map<String, Evidence> evidence = new HashMap<>();
    Map<String, String> told = new HashMap<>();
    long records = 0;
    try (Reader reader = open(file)) {
      for (List<byte[]> page = reader.next(); !page.isEmpty(); page = reader.next()) {
        for (byte[] record : page) addEvidence(record, evidence, told);
        records += page.size();
      }
    }
    return new Summary(records, evidence);
  }

  private static void addEvidence(
      byte[] record, Map<String, Evidence> evidence, Map<String, String> told) {
    DecisionRecord made;
    try {
      made = RecordCodec.decode(record);
    } catch (RuntimeException broken) {
      return;
    }
    made.evidence()
        .forEach(
            (action, counts) -> {
              if (made.id().compareTo(told.getOrDefault(action, "")) <= 0) return;
              told.put(action, made.id());
              evidence.put(action, counts);
            });
  }
}

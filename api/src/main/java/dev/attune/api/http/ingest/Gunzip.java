package dev.attune.api.http.ingest;

import dev.attune.api.http.Checked;
import dev.attune.api.http.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks a body, up to a limit, so that a small body cannot fill the memory. */
public final class Gunzip {
  private Gunzip() {}

  /**
   * @param limit bytes; 413 beyond it
   */
  public static Checked<byte[]> of(byte[] packed, int limit) {
    try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] body = unpacking.readNBytes(limit + 1);
      return body.length > limit ? Checked.refused(Problem.tooLarge(limit)) : Checked.good(body);
    } catch (IOException notPacked) {
      return Checked.refused(
          Problem.of(400, "invalid-gzip", "The body cannot be unpacked", "It is not gzip."));
    }
  }
}

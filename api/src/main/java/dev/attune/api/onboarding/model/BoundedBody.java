package dev.attune.api.onboarding.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A provider's answer, of which no more than a bound is ever read. */
final class BoundedBody extends FilterInputStream {
  private final Runnable overrun;
  private long left;

  /**
   * @param overrun told once when the bound is passed
   */
  BoundedBody(InputStream body, long bytes, Runnable overrun) {
    super(body);
    this.left = bytes;
    this.overrun = overrun;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) count(1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read > 0) count(read);
    return read;
  }

  private void count(int read) throws IOException {
    left -= read;
    if (left < 0) {
      overrun.run();
      throw new IOException("the answer is longer than is read");
    }
  }
}

package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a stored text one after the other, without copying it. For one thread. */
final class Cursor {
  private byte[] bytes = new byte[512];
  private int at;
  private int end;

  Cursor over(ByteBuffer buffer) {
    at = 0;
    end = buffer.remaining();
    if (bytes.length < end) bytes = new byte[end * 2];
    buffer.get(buffer.position(), bytes, 0, end);
    return this;
  }

  Cursor over(byte[] text) {
    return over(ByteBuffer.wrap(text));
  }

  /** All of the text, wherever the cursor stands. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, end);
  }

  boolean isDone() {
    return at >= end;
  }

  char letter() {
    return (char) bytes[at++];
  }

  /** A whole number up to a separator, which is passed over; 0 when nothing stands there. */
  long number(char separator) {
    long value = 0;
    boolean negative = false;
    for (; at < end && bytes[at] != separator; at++) {
      if (bytes[at] == '-') negative = true;
      else value = value * 10 + (bytes[at] - '0');
    }
    at++;
    return negative ? -value : value;
  }

  Instant instant(char separator) {
    return Instant.ofEpochMilli(number(separator));
  }

  @Nullable Instant instantOrNull(char separator) {
    if (at < end && bytes[at] != separator) return instant(separator);
    at++;
    return null;
  }

  /** Text up to a separator, which is passed over. */
  String text(char separator) {
    int from = at;
    while (at < end && bytes[at] != separator) at++;
    return new String(bytes, from, at++ - from, UTF_8);
  }

  /** Text up to a separator that stands in many people's facts: the same object each time. */
  String name(char separator) {
    int from = at;
    while (at < end && bytes[at] != separator) at++;
    return Names.of(bytes, from, at++);
  }

  @Nullable String textOrNull(char separator) {
    String text = text(separator);
    return text.isEmpty() ? null : text;
  }

  String rest() {
    int from = at;
    at = end;
    return from >= end ? "" : new String(bytes, from, end - from, UTF_8);
  }

  /** The rest, which stands in many people's facts: the same object each time. */
  String restAsName() {
    int from = at;
    at = end;
    return Names.of(bytes, from, end);
  }
}

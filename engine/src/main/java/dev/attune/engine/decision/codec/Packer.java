package dev.attune.engine.decision.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as short as they are: small numbers in one byte, a text once and then by its
 * number, times in milliseconds before or after a base. The counterpart of {@link Unpacker}.
 */
final class Packer {
  static final int NO_TEXT = 0;

  /** What a fraction is multiplied by; the first stands for none. */
  static final int[] SCALES = {0, 1, 10_000};

  private static final long EXACT = 1L << 53;

  private byte[] out = new byte[2048];
  private int size;
  private final Map<String, Integer> texts = new HashMap<>(512);
  private final long base;

  Packer(Instant base) {
    this.base = base.toEpochMilli();
  }

  byte[] bytes() {
    return Arrays.copyOf(out, size);
  }

  private void octet(int value) {
    ensure(1);
    out[size++] = (byte) value;
  }

  private void ensure(int more) {
    if (size + more > out.length) out = Arrays.copyOf(out, Math.max(size + more, 2 * out.length));
  }

  void number(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      octet((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    octet((int) rest);
  }

  void flag(boolean value) {
    octet(value ? 1 : 0);
  }

  /** Whole numbers and those of at most four decimals in few bytes, others in eight. */
  void fraction(double value) {
    for (int scale = 1; scale < SCALES.length; scale++) {
      long scaled = Math.round(value * SCALES[scale]);
      if (Math.abs(scaled) < EXACT && (double) scaled / SCALES[scale] == value) {
        octet(scale);
        number(scaled);
        return;
      }
    }
    octet(0);
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 56; shift >= 0; shift -= 8) octet((int) (bits >>> shift));
  }

  /** A text that came before by its number; a new one behind its length, below {@link #NO_TEXT}. */
  void text(@Nullable String value) {
    if (value == null) {
      number(NO_TEXT);
      return;
    }
    Integer known = texts.get(value);
    if (known != null) {
      number(known);
      return;
    }
    texts.put(value, texts.size() + 1);
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(NO_TEXT - 1 - utf8.length);
    ensure(utf8.length);
    System.arraycopy(utf8, 0, out, size, utf8.length);
    size += utf8.length;
  }

  /** Milliseconds after the base plus one, or before it; 0 for no time. */
  void time(@Nullable Instant value) {
    long distance = value == null ? 0 : value.toEpochMilli() - base;
    number(value == null || distance < 0 ? distance : distance + 1);
  }

  void constant(Enum<?> value) {
    octet(value.ordinal());
  }

  <T> void each(Collection<T> values, Consumer<T> writer) {
    number(values.size());
    values.forEach(writer);
  }

  /** A profile or visit value, as the vocabulary types it. */
  void value(Object value) {
    if (value instanceof String text) {
      octet('s');
      text(text);
    } else if (value instanceof Collection<?> many) {
      octet('m');
      each(many, one -> text((String) one));
    } else if (value instanceof Double number) {
      octet('n');
      fraction(number);
    } else if (value instanceof Boolean flag) {
      octet(flag ? 't' : 'f');
    } else if (value instanceof LocalDate date) {
      octet('d');
      number(date.toEpochDay());
    } else {
      throw new IllegalArgumentException("no fact holds a " + value.getClass());
    }
  }
}

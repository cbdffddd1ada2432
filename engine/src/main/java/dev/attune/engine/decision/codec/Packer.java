package dev.attune.engine.decision.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
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
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private final Map<String, Integer> texts = new HashMap<>();
  private final long base;

  Packer(Instant base) {
    this.base = base.toEpochMilli();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  void number(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  void flag(boolean value) {
    out.write(value ? 1 : 0);
  }

  void fraction(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    flag(whole);
    if (whole) {
      number((long) value);
      return;
    }
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 56; shift >= 0; shift -= 8) out.write((int) (bits >>> shift));
  }

  /** A text; its number is 0 when it comes for the first time. */
  void text(@Nullable String value) {
    if (value == null) {
      number(-1);
      return;
    }
    Integer known = texts.get(value);
    if (known != null) {
      number(known);
      return;
    }
    texts.put(value, texts.size() + 1);
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(0);
    number(utf8.length);
    out.writeBytes(utf8);
  }

  void time(@Nullable Instant value) {
    flag(value != null);
    if (value != null) number(value.toEpochMilli() - base);
  }

  void constant(Enum<?> value) {
    out.write(value.ordinal());
  }

  <T> void each(Collection<T> values, Consumer<T> writer) {
    number(values.size());
    values.forEach(writer);
  }

  /** A profile or visit value, as the vocabulary types it. */
  void value(Object value) {
    if (value instanceof String text) {
      out.write('s');
      text(text);
    } else if (value instanceof Collection<?> many) {
      out.write('m');
      each(many, one -> text((String) one));
    } else if (value instanceof Double number) {
      out.write('n');
      fraction(number);
    } else if (value instanceof Boolean flag) {
      out.write(flag ? 't' : 'f');
    } else if (value instanceof LocalDate date) {
      out.write('d');
      number(date.toEpochDay());
    } else {
      throw new IllegalArgumentException("no fact holds a " + value.getClass());
    }
  }
}

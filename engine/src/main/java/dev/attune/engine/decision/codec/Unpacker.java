package dev.attune.engine.decision.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packer} wrote. */
final class Unpacker {
  private final byte[] in;
  private final long base;
  private final List<String> texts = new ArrayList<>();
  private int at;

  Unpacker(byte[] in, Instant base) {
    this.in = in;
    this.base = base.toEpochMilli();
  }

  /** For bytes that begin with their base. */
  Unpacker(byte[] in) {
    this.in = in;
    this.base = number();
  }

  private int next() {
    return in[at++] & 0xFF;
  }

  long number() {
    long value = 0;
    int shift = 0;
    int part;
    do {
      part = next();
      value |= (long) (part & 0x7F) << shift;
      shift += 7;
    } while ((part & 0x80) != 0);
    return (value >>> 1) ^ -(value & 1);
  }

  int whole() {
    return (int) number();
  }

  boolean flag() {
    return next() == 1;
  }

  double fraction() {
    int scale = Packer.SCALES[next()];
    if (scale > 0) return (double) number() / scale;
    long bits = 0;
    for (int i = 0; i < 8; i++) bits = bits << 8 | next();
    return Double.longBitsToDouble(bits);
  }

  @Nullable String optionalText() {
    int known = whole();
    if (known == Packer.NO_TEXT) return null;
    if (known > Packer.NO_TEXT) return texts.get(known - 1);
    int length = Packer.NO_TEXT - 1 - known;
    String text = new String(in, at, length, StandardCharsets.UTF_8);
    at += length;
    texts.add(text);
    return text;
  }

  String text() {
    return Objects.requireNonNull(optionalText());
  }

  @Nullable Instant optionalTime() {
    long distance = number();
    if (distance == 0) return null;
    return Instant.ofEpochMilli(base + (distance < 0 ? distance : distance - 1));
  }

  Instant time() {
    return Objects.requireNonNull(optionalTime());
  }

  <T extends Enum<T>> T constant(T[] constants) {
    return constants[next()];
  }

  <T> List<T> each(Supplier<T> reader) {
    int size = whole();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) values.add(reader.get());
    return values;
  }

  Object value() {
    int type = next();
    return switch (type) {
      case 's' -> text();
      case 'm' -> new LinkedHashSet<>(each(this::text));
      case 'n' -> fraction();
      case 't' -> true;
      case 'f' -> false;
      case 'd' -> LocalDate.ofEpochDay(number());
      default -> throw new IllegalStateException("unknown value type " + type);
    };
  }
}

package dev.attune.api.http.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The id an event counts once under. */
final class EventIds {
  private static final int LONGEST = 256;

  private EventIds() {}

  /**
   * @param told null or empty when the app gave none: then an event that says when it happened is
   *     known by its content, and any other counts every time
   */
  static String of(@Nullable String told, boolean timed, Supplier<String> content) {
    if (told != null && !told.isEmpty()) return told.length() <= LONGEST ? told : digest(told);
    return timed ? digest(content.get()) : UUID.randomUUID().toString();
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

package dev.attune.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The keys this server knows, by their SHA-256; the keys themselves are not kept. Thread-safe. */
public final class KeyRing {
  private final Map<String, Caller> byHash;

  /** Headers that proved right, so that a busy caller's key is hashed once. Bounded by the keys. */
  private final Map<String, Caller> byHeader = new ConcurrentHashMap<>();

  /**
   * @param byHash callers by {@link Hashes#sha256} of their key
   */
  public KeyRing(Map<String, Caller> byHash) {
    this.byHash = Map.copyOf(byHash);
  }

  /** The caller an {@code Authorization} header shows: Bearer, or Basic with the key as user. */
  public Caller byHeader(@Nullable String header) {
    if (header == null) return Caller.NOBODY;
    Caller known = byHeader.get(header);
    if (known != null) return known;
    Caller caller = byKey(key(header));
    if (caller != Caller.NOBODY && byHeader.size() < 4 * byHash.size()) {
      byHeader.put(header, caller);
    }
    return caller;
  }

  /** The caller a bare key shows. */
  public Caller byKey(@Nullable String key) {
    if (key == null || key.isEmpty() || key.length() > 256) return Caller.NOBODY;
    return byHash.getOrDefault(Hashes.sha256(key), Caller.NOBODY);
  }

  private static @Nullable String key(String header) {
    String scheme = header.substring(0, Math.max(0, header.indexOf(' ')));
    String rest = header.substring(scheme.length()).strip();
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "bearer" -> rest;
      case "basic" -> user(rest);
      default -> null;
    };
  }

  private static @Nullable String user(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? pair : pair.substring(0, colon);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}

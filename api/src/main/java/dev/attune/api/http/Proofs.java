package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.engine.fact.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a page with a public key proves whom it acts for. An anonymous id minted here carries its own
 * proof; a user is proven by the product's server, with {@code HMAC-SHA256(secret, userId)} in hex
 * or a token (JWT, HS256; {@code aud} {@code attune}, {@code sub} the user id, {@code exp} at most
 * an hour away). Thread-safe.
 */
public final class Proofs {
  /** The request header that carries a user's proof. */
  public static final String HEADER = "attune-proof";

  private static final String PREFIX = "anon.";
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final String secret;
  private final String tokenSecret;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secret shared with the product's servers, at least 32 characters
   * @param tokenSecret the same for tokens. Whoever may choose a user id can have the first one
   *     sign what a token says; another secret makes that worth nothing
   */
  public Proofs(String secret, String tokenSecret, InstantSource clock) {
    this.secret = secret;
    this.tokenSecret = tokenSecret;
    this.clock = clock;
  }

  /** A new anonymous id: 128 random bits and their signature. */
  public String mintAnonymous() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    String body = PREFIX + ENCODER.encodeToString(bits);
    return body + "." + signature(body);
  }

  /** Whether this proof shows that its bearer acts for this person. */
  public boolean proves(PersonId person, @Nullable String proof) {
    if (person.anonymous()) return isMinted(person.value());
    if (proof == null) return false;
    return proof.indexOf('.') < 0 ? isHash(person.value(), proof) : isToken(person.value(), proof);
  }

  private boolean isMinted(String anonymousId) {
    int end = anonymousId.lastIndexOf('.');
    if (!anonymousId.startsWith(PREFIX) || end < PREFIX.length()) return false;
    return same(signature(anonymousId.substring(0, end)), anonymousId.substring(end + 1));
  }

  private String signature(String body) {
    return ENCODER.encodeToString(Arrays.copyOf(Hashes.hmac(secret, "anonymous " + body), 16));
  }

  private boolean isHash(String userId, String proof) {
    return same(HexFormat.of().formatHex(Hashes.hmac(secret, userId)), proof);
  }

  private boolean isToken(String userId, String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) return false;
    JsonNode head = part(parts[0]);
    JsonNode claims = part(parts[1]);
    if (head == null || claims == null || !head.path("alg").asText().equals("HS256")) return false;
    if (head.has("crit")) return false; // extensions that must be understood (RFC 7515, 4.1.11)
    String signature = ENCODER.encodeToString(Hashes.hmac(tokenSecret, parts[0] + "." + parts[1]));
    return same(signature, parts[2])
        && isForUs(claims.path("aud"))
        && claims.path("sub").isTextual()
        && claims.path("sub").asText().equals(userId)
        && isInTime(claims);
  }

  /** One audience, or a list of them (RFC 7519, 4.1.3). */
  private static boolean isForUs(JsonNode audience) {
    if (audience.isTextual()) return audience.asText().equals("attune");
    for (JsonNode each : audience) if (each.isTextual() && isForUs(each)) return true;
    return false;
  }

  /** In seconds since 1970, which any number in a token can be compared with. */
  private boolean isInTime(JsonNode claims) {
    if (!claims.path("exp").isNumber()) return false;
    if (claims.has("nbf") && !claims.path("nbf").isNumber()) return false;
    double now = clock.instant().getEpochSecond();
    double end = claims.path("exp").asDouble();
    double start = claims.path("nbf").asDouble(now);
    return now < end + SKEW.toSeconds()
        && end < now + LONGEST.plus(SKEW).toSeconds()
        && start <= now + SKEW.toSeconds();
  }

  private static @Nullable JsonNode part(String encoded) {
    try {
      return Json.tree(Base64.getUrlDecoder().decode(encoded)).value();
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static boolean same(String expected, String given) {
    return Hashes.equal(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsTest {
  private static final String SECRET = "a-secret-for-tests-of-32-letters";
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final PersonId ANA = PersonId.user("ana");

  private final Proofs proofs = new Proofs(SECRET, SECRET, InstantSource.fixed(NOW));

  @Test
  void a_hash_of_the_user_id_proves_that_user_only() {
    String hash = HexFormat.of().formatHex(Hashes.hmac(SECRET, "ana"));

    assertThat(proofs.proves(ANA, hash)).isTrue();
    assertThat(proofs.proves(PersonId.user("Ana"), hash)).isFalse();
    assertThat(proofs.proves(PersonId.anonymous("ana"), hash)).isFalse();
    assertThat(proofs.proves(ANA, "")).isFalse();
    assertThat(proofs.proves(ANA, null)).isFalse();
  }

  @Test
  void where_tokens_have_their_own_secret_a_signed_id_is_no_token() {
    String tokens = "another-secret-of-32-letters-long";
    Proofs apart = new Proofs(SECRET, tokens, InstantSource.fixed(NOW));

    assertThat(apart.proves(ANA, token("HS256", "ana", "attune", 600, SECRET))).isFalse();
    assertThat(apart.proves(ANA, token("HS256", "ana", "attune", 600, tokens))).isTrue();
    assertThat(apart.proves(ANA, HexFormat.of().formatHex(Hashes.hmac(SECRET, "ana")))).isTrue();
  }

  @Test
  void a_token_proves_its_subject() {
    assertThat(proofs.proves(ANA, token("HS256", "ana", "attune", 600, SECRET))).isTrue();
  }

  @Test
  void a_token_may_be_for_several_audiences() {
    long end = NOW.getEpochSecond() + 600;

    assertThat(
            proofs.proves(
                ANA, token("{\"sub\":\"ana\",\"aud\":[\"a\",\"attune\"],\"exp\":" + end + "}")))
        .isTrue();
    assertThat(
            proofs.proves(
                ANA, token("{\"sub\":\"ana\",\"aud\":[\"a\",[\"b\"]],\"exp\":" + end + "}")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "1e300", "-1e300", "\"soon\"", "null", "{}"})
  void a_token_whose_end_is_no_time_soon_proves_nobody(String end) {
    assertThat(
            proofs.proves(ANA, token("{\"sub\":\"ana\",\"aud\":\"attune\",\"exp\":" + end + "}")))
        .isFalse();
  }

  @Test
  void a_token_whose_beginning_is_no_time_proves_nobody() {
    long end = NOW.getEpochSecond() + 600;

    assertThat(
            proofs.proves(
                ANA,
                token("{\"sub\":\"ana\",\"aud\":\"attune\",\"nbf\":\"now\",\"exp\":" + end + "}")))
        .isFalse();
  }

  /** RFC 7515, 4.1.11: who does not understand an extension that is critical refuses the token. */
  @Test
  void a_token_with_an_extension_that_must_be_understood_proves_nobody() {
    String claims =
        "{\"sub\":\"ana\",\"aud\":\"attune\",\"exp\":" + (NOW.getEpochSecond() + 600) + "}";
    String head = "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}";

    assertThat(proofs.proves(ANA, token(head, claims))).isFalse();
    assertThat(proofs.proves(ANA, token("{\"alg\":\"HS256\"}", claims))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "none,  ana,   attune, 600,  a-secret-for-tests-of-32-letters",
    "RS256, ana,   attune, 600,  a-secret-for-tests-of-32-letters",
    "HS256, ben,   attune, 600,  a-secret-for-tests-of-32-letters",
    "HS256, ana,   other,  600,  a-secret-for-tests-of-32-letters",
    "HS256, ana,   attune, -90,  a-secret-for-tests-of-32-letters",
    "HS256, ana,   attune, 7200, a-secret-for-tests-of-32-letters",
    "HS256, ana,   attune, 600,  another-secret"
  })
  void any_other_token_proves_nobody(
      String algorithm, String subject, String audience, int seconds, String secret) {
    assertThat(proofs.proves(ANA, token(algorithm, subject, audience, seconds, secret))).isFalse();
  }

  @Test
  void an_anonymous_id_made_here_proves_itself() {
    String minted = proofs.mintAnonymous();

    assertThat(proofs.proves(PersonId.anonymous(minted), null)).isTrue();
    assertThat(proofs.proves(PersonId.anonymous(minted.toLowerCase()), null)).isFalse();
    assertThat(proofs.proves(PersonId.anonymous("anon.x.y"), null)).isFalse();
    assertThat(proofs.proves(PersonId.user(minted), null)).isFalse();
  }

  private static String token(
      String algorithm, String subject, String audience, int seconds, String secret) {
    String head = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
    String claims =
        encoded(
            "{\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}"
                .formatted(subject, audience, NOW.getEpochSecond() + seconds));
    byte[] signature = Hashes.hmac(secret, head + "." + claims);
    return head
        + "."
        + claims
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static String token(String claims) {
    return token("{\"alg\":\"HS256\"}", claims);
  }

  private static String token(String head, String claims) {
    String signed = encoded(head) + "." + encoded(claims);
    return signed
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.hmac(SECRET, signed));
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}

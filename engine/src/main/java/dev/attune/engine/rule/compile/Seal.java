package dev.attune.engine.rule.compile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows that an archive was built by a node that knows the secret, and from what: HMAC-SHA256 over
 * its key and its bytes, put before them. Who can write into the store but has no secret can make
 * none, nor pass one archive off as another.
 */
final class Seal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;

  private final byte[] secret;

  /** The secret serves other purposes as well, so that what is signed here begins with this one. */
  Seal(String secret) {
    this.secret = mac(secret.getBytes(StandardCharsets.UTF_8), "seal of built rules", new byte[0]);
  }

  /** The archive under its seal. */
  byte[] on(String key, byte[] archive) {
    byte[] sealed = Arrays.copyOf(mac(secret, key, archive), LENGTH + archive.length);
    System.arraycopy(archive, 0, sealed, LENGTH, archive.length);
    return sealed;
  }

  /** The archive; empty when another secret, or nobody's, sealed it, or it was built otherwise. */
  Optional<byte[]> open(String key, byte[] sealed) {
    if (sealed.length < LENGTH) return Optional.empty();
    byte[] archive = Arrays.copyOfRange(sealed, LENGTH, sealed.length);
    byte[] shown = Arrays.copyOf(sealed, LENGTH);
    return MessageDigest.isEqual(shown, mac(secret, key, archive))
        ? Optional.of(archive)
        : Optional.empty();
  }

  private static byte[] mac(byte[] secret, String key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((key.length() + ":" + key).getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

package dev.attune.engine.rule.compile;

import dev.attune.engine.rule.DrlFile;
import dev.attune.engine.rule.UseCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text one use case is built from.
 *
 * @param drl DRL by path
 */
record RuleSources(String useCase, Map<String, String> drl) {
  /** Changes whenever the same text would be built into something else. */
  private static final String BUILD = "1 drools-10.2.0";

  static RuleSources of(UseCase useCase) {
    Map<String, String> drl = new TreeMap<>();
    for (DrlFile file : useCase.files()) {
      String path = file.path();
      drl.put(path.endsWith(".drl") ? path : path + ".drl", file.text());
    }
    return new RuleSources(useCase.name(), drl);
  }

  /** SHA-256 over everything the build depends on, in lower-case hexadecimal. */
  String key(Map<String, String> factSources) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, BUILD);
      add(digest, useCase);
      new TreeMap<>(factSources).forEach((path, text) -> add(digest, path, text));
      drl.forEach((path, text) -> add(digest, path, text));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every part with its length, so that no two lists of parts read the same. */
  private static void add(MessageDigest digest, String... parts) {
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
  }
}

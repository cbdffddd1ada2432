package dev.attune.api.http;

import dev.attune.api.config.KeysConfig;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The keys of this server: those configured, and for each kind that is not, one made at the first
 * start. Made keys are kept in the data folder as their SHA-256 only and told once.
 *
 * @param ring every key that is known
 * @param personSecret what proves people
 * @param tokenSecret what proves people by tokens
 * @param nodeSecret what the nodes of a deployment know and nobody else but the product's server
 * @param pageKey the public key this server's own pages call with; the same on every server that
 *     shares the secret
 * @param made keys made just now, to be printed: {@code server key sk_…}
 * @param kept what the folder is to hold
 */
public record KeyFolder(
    KeyRing ring,
    String personSecret,
    String tokenSecret,
    String nodeSecret,
    String pageKey,
    List<String> made,
    Kept kept) {
  /** The key that works in a demo, for everything. */
  public static final String DEMO_KEY = "demo";

  private static final String FILE = "keys.properties";
  private static final Map<Identity, String> PREFIXES =
      new EnumMap<>(Map.of(Identity.SERVER, "sk_", Identity.CLIENT, "pk_", Identity.AUTHOR, "ak_"));

  /** The file, and what is to stand in it. */
  record Kept(Path file, Properties properties) {}

  /** Reads the folder, makes what is missing; {@link #keep} writes it. */
  public static KeyFolder open(Path data, KeysConfig config, boolean demo) throws IOException {
    Files.createDirectories(data);
    Path file = data.resolve(FILE);
    Properties kept = read(file);
    List<String> made = new ArrayList<>();
    Map<String, Caller> callers = new HashMap<>();
    Map<Identity, List<String>> configured =
        Map.of(
            Identity.SERVER, config.server(),
            Identity.CLIENT, config.client(),
            Identity.AUTHOR, config.author());
    for (Identity identity : PREFIXES.keySet()) {
      List<String> keys = configured.getOrDefault(identity, List.of());
      for (String key : keys) add(callers, Hashes.sha256(key), identity);
      if (keys.isEmpty() && !demo) add(callers, keptHash(kept, identity, made), identity);
    }
    if (demo) callers.put(Hashes.sha256(DEMO_KEY), demoCaller());
    String secret = config.person() == null ? keptSecret(kept) : config.person();
    String pageKey = "pk_" + HexFormat.of().formatHex(Hashes.hmac(secret, "key of our own pages"));
    add(callers, Hashes.sha256(pageKey), Identity.CLIENT);
    return new KeyFolder(
        new KeyRing(callers),
        secret,
        config.token() == null ? secret : config.token(),
        nodeSecret(config, secret),
        pageKey,
        List.copyOf(made),
        new Kept(file, kept));
  }

  /**
   * Keeps what was made, for the next start. Called when the start has succeeded: keys of a start
   * that failed were never told to anybody.
   */
  public void keep() throws IOException {
    write(kept.file(), kept.properties());
  }

  /** Of the secrets that are configured, and so the same on every node, the best kept one. */
  private static String nodeSecret(KeysConfig config, String personSecret) {
    return config.person() != null || config.server().isEmpty()
        ? personSecret
        : String.join(",", config.server());
  }

  private static Caller demoCaller() {
    return new Caller("demo", Set.of(Identity.SERVER, Identity.CLIENT, Identity.AUTHOR));
  }

  private static void add(Map<String, Caller> callers, String hash, Identity identity) {
    callers.put(hash, new Caller(wire(identity) + "-" + hash.substring(0, 8), Set.of(identity)));
  }

  private static String keptHash(Properties kept, Identity identity, List<String> made) {
    String name = wire(identity) + ".sha256";
    String hash = kept.getProperty(name);
    if (hash != null) return hash;
    String key = PREFIXES.get(identity) + random();
    made.add(wire(identity) + " key  " + key);
    kept.setProperty(name, Hashes.sha256(key));
    return Hashes.sha256(key);
  }

  private static String keptSecret(Properties kept) {
    String secret = kept.getProperty("person.secret");
    if (secret != null) return secret;
    String fresh = random();
    kept.setProperty("person.secret", fresh);
    return fresh;
  }

  private static String wire(Identity identity) {
    return identity.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String random() {
    byte[] bits = new byte[32];
    new SecureRandom().nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private static Properties read(Path file) throws IOException {
    Properties kept = new Properties();
    if (!Files.exists(file)) return kept;
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    }
    return kept;
  }

  private static void write(Path file, Properties kept) throws IOException {
    if (kept.equals(read(file))) return;
    Path fresh = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      kept.store(writer, "SHA-256 of keys, and the secret that proves people");
    }
    Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}

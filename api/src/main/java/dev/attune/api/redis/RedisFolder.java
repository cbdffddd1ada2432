package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;

/**
 * The folder a packaged Redis lives in, for its owner alone: its data, its settings and password,
 * its log, its socket, the program itself, and the port it last had. Blocking.
 */
final class RedisFolder {
  private static final int LONGEST_SOCKET = 100;

  private final Path path;
  private final String password;

  private RedisFolder(Path path, String password) {
    this.path = path;
    this.password = password;
  }

  /** Made when absent, and so is its password. */
  static RedisFolder at(Path data) throws IOException {
    Path path = Files.createDirectories(data).toRealPath();
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    return new RedisFolder(path, password(path));
  }

  private static String password(Path path) throws IOException {
    Path file = path.resolve("redis.password");
    if (Files.exists(file)) return Files.readString(file).strip();
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String made = HexFormat.of().formatHex(random);
    Files.writeString(file, made);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return made;
  }

  Path path() {
    return path;
  }

  String password() {
    return password;
  }

  /** The file every write is appended to. */
  Path appended() {
    return path.resolve("appendonly.aof");
  }

  Path socket() {
    return path.resolve("redis.sock");
  }

  /** The system limits the length of a socket's name. */
  boolean hasSocket() {
    return socket().toString().getBytes(UTF_8).length <= LONGEST_SOCKET;
  }

  /** The port of the one that was last started here. */
  Optional<Integer> remembered() throws IOException {
    Path file = path.resolve("redis.port");
    if (!Files.exists(file)) return Optional.empty();
    return Optional.of(Integer.parseInt(Files.readString(file).strip()));
  }

  void remember(int port) throws IOException {
    Files.writeString(path.resolve("redis.port"), Integer.toString(port));
  }

  /** Starts it with the settings it was last given. */
  Process launch() throws IOException {
    return new ProcessBuilder(binary().toString(), path.resolve("redis.conf").toString())
        .redirectErrorStream(true)
        .redirectOutput(path.resolve("redis.out").toFile())
        .start();
  }

  private Path binary() throws IOException {
    Path bin = Files.createDirectories(path.resolve("bin"));
    return ExecutableProvider.newJarResourceProvider(bin.toFile()).get().toPath();
  }

  /** Writes its settings. */
  void settle(int port) throws IOException {
    Path settings = path.resolve("redis.conf");
    Files.writeString(settings, settings(port));
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
  }

  private String settings(int port) {
    String socket = hasSocket() ? "unixsocket \"" + socket() + "\"\nunixsocketperm 700" : "";
    return String.join(
        "\n",
        List.of(
            "bind 127.0.0.1",
            "port " + port,
            socket,
            "requirepass " + password,
            "dir \"" + path + "\"",
            "logfile \"" + path.resolve("redis.log") + "\"",
            "appendonly yes",
            "appendfsync no", // see LogSync
            "aof-load-truncated yes",
            "auto-aof-rewrite-percentage 300",
            "auto-aof-rewrite-min-size 256mb",
            "rdbcompression no", // records come compressed
            "save \"\"",
            "maxmemory-policy noeviction",
            "hash-max-ziplist-entries 256",
            "hash-max-ziplist-value 8192",
            ""));
  }
}

package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A step that Redis takes at once, on the keys of one person; written in Lua beside this class. */
final class Script {
  private static final String FACTS = source("facts");
  private static final String ENTRY = source("entry");

  private final byte[] text;
  private final byte[] digest;

  private Script(String text) {
    this.text = text.getBytes(UTF_8);
    this.digest = sha1(this.text).getBytes(UTF_8);
  }

  /** Reads {@code name.lua}, which changes facts with what stands in {@code facts.lua}. */
  static Script changing(String name) {
    return new Script(FACTS + "\n" + source(name));
  }

  /** Reads {@code name.lua}, which enters decisions with what stands in {@code entry.lua}. */
  static Script entering(String name) {
    return new Script(ENTRY + "\n" + source(name));
  }

  /** Reads {@code name.lua}, which needs nothing of the others. */
  static Script alone(String name) {
    return new Script(source(name));
  }

  /** Runs it; a Redis that does not have it yet is given it. */
  <T> CompletionStage<T> run(
      RedisLink link,
      Patience patience,
      byte[][] keys,
      List<byte[]> args,
      Supplier<CommandOutput<byte[], byte[], T>> output) {
    return link.send(patience, CommandType.EVALSHA, args(digest, keys, args), output.get())
        .exceptionallyCompose(
            failure ->
                isMissing(failure)
                    ? link.send(patience, CommandType.EVAL, args(text, keys, args), output.get())
                    : CompletableFuture.failedStage(failure));
  }

  private static boolean isMissing(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof RedisNoScriptException;
  }

  private static CommandArgs<byte[], byte[]> args(byte[] script, byte[][] keys, List<byte[]> args) {
    CommandArgs<byte[], byte[]> all = new CommandArgs<>(ByteArrayCodec.INSTANCE);
    all.add(script).add(keys.length);
    for (byte[] key : keys) all.addKey(key);
    for (byte[] arg : args) all.add(arg);
    return all;
  }

  private static String source(String name) {
    try (InputStream file = Script.class.getResourceAsStream(name + ".lua")) {
      if (file == null) throw new IllegalStateException(name + ".lua is missing");
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String sha1(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

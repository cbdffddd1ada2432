package dev.attune.engine.rule.compile;

import dev.attune.engine.rule.compile.ClassFile.Member;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The classes compiled rules may name and the members they may use, from a list beside it. */
final class AllowedCalls {
  private static final Set<String> PRIMITIVES = Set.of("Z", "B", "C", "S", "I", "J", "F", "D");
  private static final Set<String> NAMES = new HashSet<>(PRIMITIVES);
  private static final Set<String> MEMBERS = new HashSet<>();

  static {
    read("allowed-calls.txt").lines().filter(AllowedCalls::isEntry).forEach(AllowedCalls::add);
  }

  private AllowedCalls() {}

  /**
   * @param className with slashes; of an array its element
   */
  static boolean mayName(String className) {
    return NAMES.contains(className.replace('/', '.'));
  }

  static boolean mayUse(Member member) {
    String owner = member.owner().replace('/', '.');
    return MEMBERS.contains(owner + ".*") || MEMBERS.contains(owner + "." + member.name());
  }

  private static boolean isEntry(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  /** Classes start with a capital, so what follows the last capital part is a member. */
  private static void add(String entry) {
    String last = entry.substring(entry.lastIndexOf('.') + 1);
    if (Character.isUpperCase(last.charAt(0)) && !isConstant(entry, last)) {
      NAMES.add(entry);
    } else {
      NAMES.add(entry.substring(0, entry.lastIndexOf('.')));
      MEMBERS.add(entry);
    }
  }

  private static boolean isConstant(String entry, String last) {
    String before = entry.substring(0, entry.length() - last.length() - 1);
    return Character.isUpperCase(before.charAt(before.lastIndexOf('.') + 1));
  }

  private static String read(String resource) {
    try (InputStream in = AllowedCalls.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

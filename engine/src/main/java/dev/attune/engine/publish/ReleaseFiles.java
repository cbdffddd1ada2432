package dev.attune.engine.publish;

import dev.attune.engine.rule.folder.ContentHash;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact content of a release or a draft: files by path, byte for byte. Nothing is checked yet.
 * Immutable, provided that nobody writes into the arrays.
 */
public final class ReleaseFiles {
  public static final ReleaseFiles NONE = new ReleaseFiles(new TreeMap<>());

  private final SortedMap<String, byte[]> byPath;
  private final String hash;

  private ReleaseFiles(SortedMap<String, byte[]> byPath) {
    this.byPath = Collections.unmodifiableSortedMap(byPath);
    this.hash = ContentHash.of(byPath);
  }

  /**
   * Takes files over.
   *
   * @param byPath relative to the rules folder, with forward slashes
   */
  public static ReleaseFiles of(Map<String, byte[]> byPath) {
    return new ReleaseFiles(new TreeMap<>(byPath));
  }

  /** By path, sorted. */
  public SortedMap<String, byte[]> byPath() {
    return byPath;
  }

  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** SHA-256 over all files, in lower-case hexadecimal; equal to that of a folder holding them. */
  public String hash() {
    return hash;
  }

  /** In bytes, without the paths. */
  public long size() {
    return byPath.values().stream().mapToLong(bytes -> bytes.length).sum();
  }

  /** With one file added or replaced. */
  public ReleaseFiles with(String path, byte[] bytes) {
    SortedMap<String, byte[]> files = new TreeMap<>(byPath);
    files.put(path, bytes);
    return new ReleaseFiles(files);
  }

  public ReleaseFiles without(String path) {
    SortedMap<String, byte[]> files = new TreeMap<>(byPath);
    files.remove(path);
    return new ReleaseFiles(files);
  }

  /** Whether both hold the same bytes under this path, or neither holds anything. */
  boolean agreesOn(String path, ReleaseFiles other) {
    return Arrays.equals(byPath.get(path), other.byPath.get(path));
  }
}

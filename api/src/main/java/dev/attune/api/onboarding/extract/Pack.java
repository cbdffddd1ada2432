package dev.attune.api.onboarding.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The extractor's word lists and phrases as they stand in the resources beside this class. */
final class Pack {
  private final MessageDigest digest = sha256();

  /** The terms of one list; none when the language has no such list. */
  List<Term> terms(Language language, String slot, String kind, Form form) {
    return TermFile.terms(
        text("lexicon/%s/%s-%s.txt".formatted(language.code(), slot, kind)), kind, form);
  }

  /** Example sentences by value, to train a head with. */
  Map<String, List<String>> phrases(String slot) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text("phrases/" + slot + ".txt").lines().toList()) {
      if (line.startsWith("[")) {
        section =
            phrases.computeIfAbsent(line.replaceAll("[\\[\\]]", ""), value -> new ArrayList<>());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(line.strip());
      }
    }
    return phrases;
  }

  Map<String, List<String>> sections(Language language, String name) {
    return TermFile.sections(text("lexicon/%s/%s.txt".formatted(language.code(), name)));
  }

  /** Labelled messages to learn from. */
  List<Message> messages() {
    return text("phrases/messages.jsonl").lines().map(MessageFile::message).toList();
  }

  /** How much each trait counts, by field. */
  Map<String, List<String>> weights(String file) {
    return TermFile.sections(text(file));
  }

  /** Names what was read so far: changes whenever a list changes. */
  String version() {
    try {
      byte[] hash = ((MessageDigest) digest.clone()).digest();
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String name) {
    try (InputStream resource = Pack.class.getResourceAsStream(name)) {
      if (resource == null) return "";
      byte[] bytes = resource.readAllBytes();
      digest.update(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

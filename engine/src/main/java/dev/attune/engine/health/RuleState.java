package dev.attune.engine.health;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.lint.Normal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names the state a rule is in: another one as soon as it says something else. */
public final class RuleState {
  private RuleState() {}

  public static List<CheckedRule> rules(Content content) {
    return content.useCases().stream()
        .flatMap(useCase -> useCase.files().stream())
        .flatMap(file -> file.rules().stream())
        .toList();
  }

  /** The states of all rules. */
  public static List<String> all(Content content) {
    return rules(content).stream().map(RuleState::of).toList();
  }

  /** Where it stands, spaces and comments do not matter. */
  public static String of(CheckedRule rule) {
    String text = rule.ref().useCase() + '/' + rule.ref().name() + Normal.of(rule);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

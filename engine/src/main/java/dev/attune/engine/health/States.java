package dev.attune.engine.health;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.action.Placement;
import dev.attune.engine.action.Quota;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.lint.Normal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/** Everything in a part of a release that deciding looks at, as text. */
final class States {
  private States() {}

  static String of(CheckedRule rule) {
    return digest(Normal.of(rule).toString());
  }

  static String of(ActionCard card) {
    return Arrays.asList(
            card.kind(),
            card.placements(),
            card.actionClass(),
            card.topic(),
            new TreeSet<>(card.affinity()),
            card.priority(),
            card.value(),
            card.purpose(),
            card.published(),
            card.window(),
            card.cap(),
            card.coolDown(),
            card.ladder(),
            card.prior(),
            new TreeSet<>(card.excludes()),
            card.forEachItem())
        .toString();
  }

  static String of(Placement placement) {
    return Arrays.asList(
            placement.size(),
            new TreeSet<>(placement.kinds()),
            placement.interrupts(),
            placement.channel(),
            placement.ranking().affinity(),
            placement.ranking().quotas().stream().map(Quota::words).toList(),
            placement.ranking().exploration(),
            placement.ranking().moves(),
            placement.ranking().floor())
        .toString();
  }

  static String of(AttentionBudget budget) {
    return List.of(new TreeSet<>(budget.kinds()), budget.atMost(), budget.window()).toString();
  }

  static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

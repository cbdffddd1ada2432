package dev.attune.engine.publish.ceiling;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placement;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.decision.Choice;
import dev.attune.engine.decision.PlacementResult;
import dev.attune.engine.rule.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A distinct result of a placement: what stands there, in order. Values a rule puts into a content
 * do not make another one.
 *
 * @param actions empty: the fallback
 */
public record Experience(String placement, List<String> actions) implements Comparable<Experience> {
  private static final int LETTERS = 8;

  public static Experience of(Filled filled) {
    return new Experience(
        filled.slot().placement().id(),
        filled.chosen().stream().map(Ranked::action).distinct().toList());
  }

  /** Of a placement as it was decided. */
  public static Experience of(PlacementResult decided) {
    return new Experience(
        decided.placement(), decided.choices().stream().map(Choice::action).distinct().toList());
  }

  public static Experience fallback(String placement) {
    return new Experience(placement, List.of());
  }

  /** Eight hexadecimal letters; the same for the same result, in every release and everywhere. */
  public String id() {
    String text = placement + '\n' + String.join("\n", actions);
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, LETTERS);
  }

  /** What an app renders for it, in order. */
  public List<Map<String, Object>> content(Content content) {
    if (actions.isEmpty()) {
      Placement declared = content.placements().byId().get(placement);
      return declared == null ? List.of() : declared.fallback();
    }
    return actions.stream()
        .map(content.cards()::get)
        .filter(Objects::nonNull)
        .map(ActionCard::content)
        .toList();
  }

  @Override
  public int compareTo(Experience other) {
    int byPlacement = placement.compareTo(other.placement);
    return byPlacement != 0
        ? byPlacement
        : String.join("\n", actions).compareTo(String.join("\n", other.actions));
  }

  @Override
  public String toString() {
    return actions.isEmpty() ? "(fallback)" : String.join(", ", actions);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

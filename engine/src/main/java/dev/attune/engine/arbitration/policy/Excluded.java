package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action stands once in a decision, and never beside one its card or the other's card excludes.
 */
public final class Excluded implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.EXCLUDED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    return rival(contender, round) != null;
  }

  @Override
  public String detail(Contender contender, Round round) {
    Ranked rival = rival(contender, round);
    if (rival == null) return "";
    String place = rival.contender().slot().placement().id();
    return rival.action().equals(contender.action())
        ? "already stands in " + place
        : "may not stand beside " + rival.action() + " in " + place;
  }

  private static @Nullable Ranked rival(Contender contender, Round round) {
    List<Ranked> chosen = round.chosen();
    for (int i = 0; i < chosen.size(); i++) {
      Ranked other = chosen.get(i);
      if (other.action().equals(contender.action()) || exclude(contender, other)) return other;
    }
    return null;
  }

  private static boolean exclude(Contender contender, Ranked other) {
    return contender.card().excludes().contains(other.action())
        || other.card().excludes().contains(contender.action());
  }
}

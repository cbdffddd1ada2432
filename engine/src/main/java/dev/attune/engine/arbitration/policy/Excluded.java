package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
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
  public Obstacle obstacle(Contender contender, Round round) {
    Ranked rival = rival(contender, round);
    if (rival == null) throw new IllegalStateException("nothing excludes " + contender.action());
    String place = rival.contender().slot().placement().id();
    boolean same = rival.key().equals(contender.key());
    boolean own = contender.card().excludes().contains(rival.action());
    return new Obstacle(
        same
            ? "already stands in " + place
            : "may not stand beside " + rival.action() + " in " + place,
        same
            ? contender.card().placeOf("placements")
            : (own ? contender : rival.contender()).card().placeOf("excludes"),
        same
            ? "stands once in a decision"
            : "excludes: " + (own ? rival.action() : contender.action()),
        rival.action() + " chosen in " + place,
        rival.action() + " not chosen");
  }

  private static @Nullable Ranked rival(Contender contender, Round round) {
    List<Ranked> chosen = round.chosen();
    for (int i = 0; i < chosen.size(); i++) {
      Ranked other = chosen.get(i);
      if (other.key().equals(contender.key()) || exclude(contender, other)) return other;
    }
    return null;
  }

  private static boolean exclude(Contender contender, Ranked other) {
    return contender.card().excludes().contains(other.action())
        || other.card().excludes().contains(contender.action());
  }
}

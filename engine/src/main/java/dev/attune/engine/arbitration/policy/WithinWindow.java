package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.Window;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;

/** An action is chosen only within its card's publish window. */
public final class WithinWindow implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.OUT_OF_WINDOW;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    return !contender.card().window().contains(round.now());
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Window window = contender.card().window();
    boolean early = window.from() != null && round.now().isBefore(window.from());
    return new Obstacle(
        early ? "published from " + window.from() : "was published until " + window.until(),
        contender.card().placeOf("window"),
        early ? "from: " + window.from() : "until: " + window.until(),
        round.now(),
        early ? "not before " + window.from() : "before " + window.until());
  }
}

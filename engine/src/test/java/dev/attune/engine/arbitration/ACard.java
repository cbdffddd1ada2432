package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.ActionClass;
import dev.attune.engine.action.Cap;
import dev.attune.engine.action.CoolDown;
import dev.attune.engine.action.Goal;
import dev.attune.engine.action.Kind;
import dev.attune.engine.action.Ladder;
import dev.attune.engine.action.Prior;
import dev.attune.engine.action.Window;
import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A card for a test: an educational nudge for the sidebar until told otherwise. */
public final class ACard {
  private final String id;
  private String useCase = "features";
  private Kind kind = Kind.NUDGE;
  private List<String> placements = List.of(Arena.SIDEBAR);
  private ActionClass actionClass = ActionClass.EDUCATIONAL;
  private @Nullable String topic;
  private Set<String> affinity = Set.of();
  private int priority = 50;
  private double value = 1;
  private Purpose purpose = Purpose.SERVICE;
  private boolean published = true;
  private Window window = Window.ALWAYS;
  private Cap cap = Cap.NONE;
  private CoolDown coolDown = CoolDown.NONE;
  private Ladder ladder = Ladder.STANDARD;
  private Prior prior = Prior.UNKNOWN;
  private Set<String> excludes = Set.of();
  private @Nullable Goal goal;
  private boolean forEachItem;

  private ACard(String id) {
    this.id = id;
  }

  public static ACard card(String id) {
    return new ACard(id);
  }

  public ACard ofUseCase(String useCase) {
    this.useCase = useCase;
    return this;
  }

  public ACard kind(Kind kind) {
    this.kind = kind;
    return this;
  }

  public ACard in(String... placements) {
    this.placements = List.of(placements);
    return this;
  }

  public ACard ofClass(ActionClass actionClass) {
    this.actionClass = actionClass;
    return this;
  }

  public ACard topic(String topic) {
    this.topic = topic;
    return this;
  }

  public ACard likedBy(String... events) {
    this.affinity = Set.of(events);
    return this;
  }

  public ACard priority(int priority) {
    this.priority = priority;
    return this;
  }

  public ACard value(double value) {
    this.value = value;
    return this;
  }

  public ACard purpose(Purpose purpose) {
    this.purpose = purpose;
    return this;
  }

  public ACard unpublished() {
    this.published = false;
    return this;
  }

  public ACard window(@Nullable Instant from, @Nullable Instant until) {
    this.window = new Window(from, until);
    return this;
  }

  public ACard cap(int shown, Duration per) {
    this.cap = new Cap(shown, per, cap.lifetime());
    return this;
  }

  public ACard lifetime(int lifetime) {
    this.cap = new Cap(cap.shown(), cap.per(), lifetime);
    return this;
  }

  public ACard restsAfterShown(Duration rest) {
    this.coolDown = new CoolDown(rest, coolDown.afterDismissed(), coolDown.afterAccepted());
    return this;
  }

  public ACard restsAfterDismissed(Duration rest) {
    this.coolDown = new CoolDown(coolDown.afterShown(), rest, coolDown.afterAccepted());
    return this;
  }

  public ACard restsAfterAccepted(Duration rest) {
    this.coolDown = new CoolDown(coolDown.afterShown(), coolDown.afterDismissed(), rest);
    return this;
  }

  public ACard ladder(Duration snooze, int snoozes) {
    this.ladder = new Ladder(snooze, snoozes);
    return this;
  }

  public ACard prior(double accepted, double shown) {
    this.prior = new Prior(accepted, shown);
    return this;
  }

  public ACard excludes(String... others) {
    this.excludes = Set.of(others);
    return this;
  }

  public ACard goal(String event, Duration within) {
    this.goal = new Goal(event, within);
    return this;
  }

  public ACard forEachItem() {
    this.forEachItem = true;
    return this;
  }

  public ActionCard build() {
    return new ActionCard(
        id,
        useCase,
        kind,
        placements,
        actionClass,
        topic,
        affinity,
        priority,
        value,
        purpose,
        published,
        window,
        cap,
        coolDown,
        ladder,
        prior,
        excludes,
        goal,
        forEachItem,
        Map.of("title", id),
        Place.of(useCase + "/actions.yaml"),
        Map.of());
  }
}

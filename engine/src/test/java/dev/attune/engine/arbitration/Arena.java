package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.action.AttentionWindow;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.Holdout;
import dev.attune.engine.action.Kind;
import dev.attune.engine.action.Placement;
import dev.attune.engine.action.Placements;
import dev.attune.engine.action.QuietHours;
import dev.attune.engine.action.Ranking;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ana, a Monday morning, and an arbitration about what to show her. */
public final class Arena {
  public static final String SIDEBAR = "editor.sidebar";
  public static final String BANNER = "home.banner";
  public static final String GRID = "home.grid";
  public static final String EMAIL = "email";
  public static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

  private final Map<String, Placement> placements = new LinkedHashMap<>();
  private final Map<String, ActionCard> cards = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<AttentionBudget> budgets = new ArrayList<>();
  private final Map<String, Evidence> evidence = new HashMap<>();
  private final List<Function<Known, Slot>> asked = new ArrayList<>();
  private final Map<String, String> refused = new HashMap<>();
  private @Nullable QuietHours quietHours;
  private Holdout holdout = Holdout.NOBODY;
  private Known known = Known.nothing(PersonId.user("ana"));
  private Instant now = MONDAY;
  private VisitContext visit = VisitContext.EMPTY;
  private @Nullable Set<String> available;

  public Arena() {
    placement(SIDEBAR, 1, true, false);
    placement(BANNER, 1, true, false);
    placement(GRID, 3, false, false);
    placement(EMAIL, 1, true, true);
  }

  private void placement(String id, int size, boolean interrupts, boolean channel) {
    placement(id, size, interrupts, channel, Ranking.BY_SCORE);
  }

  private void placement(
      String id, int size, boolean interrupts, boolean channel, Ranking ranking) {
    List<Map<String, Object>> fallback = List.of(Map.of("title", "default of " + id));
    Set<Kind> all = EnumSet.allOf(Kind.class);
    placements.put(
        id,
        new Placement(
            id, size, all, interrupts, channel, ranking, fallback, null, Place.of("placements")));
  }

  public Arena proposes(ACard card) {
    return proposes(card, 1, "because of " + card.build().id());
  }

  public Arena proposes(ACard card, double weight, String because) {
    return proposes(card, weight, because, null);
  }

  public Arena proposes(ACard card, double weight, String because, @Nullable Item about) {
    ActionCard built = card.build();
    cards.put(built.id(), built);
    RuleRef rule = new RuleRef(built.useCase(), "show " + built.id(), "", Place.of("rules.drl"));
    candidates.add(new Candidate(built, rule, because, weight, Map.of(), about));
    return this;
  }

  /** Declares a card no rule proposes. */
  public Arena declares(ACard card) {
    cards.put(card.build().id(), card.build());
    return this;
  }

  public Arena budget(String id, int atMost, AttentionWindow window, Kind... kinds) {
    budgets.add(new AttentionBudget(id, Set.of(kinds), atMost, window, Place.of("placements")));
    return this;
  }

  public Arena quiet(String from, String until) {
    quietHours = new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    return this;
  }

  public Arena holdout(double share) {
    holdout = new Holdout(share, "salt");
    return this;
  }

  public Arena evidence(String action, long shown, long accepted) {
    evidence.put(action, new Evidence(shown, accepted));
    return this;
  }

  public Arena refuses(String action, String bound) {
    refused.put(action, bound);
    return this;
  }

  public Arena shown(String action, Kind kind, boolean interrupts, Duration ago) {
    return changed(Past.shown(action, kind, interrupts, now, ago));
  }

  public Arena shown(String action, Duration ago) {
    return shown(action, Kind.NUDGE, true, ago);
  }

  public Arena reserved(String action, Kind kind, Duration remaining) {
    return changed(Past.reserved(action, kind, now.plus(remaining)));
  }

  public Arena reacted(String action, ReactionType type, Duration ago) {
    return changed(Past.reacted(action, type, now, ago));
  }

  public Arena did(String event, Duration ago) {
    return changed(Past.did(event, now.minus(ago)));
  }

  public Arena consents(Purpose purpose, boolean granted) {
    return changed(Past.consented(purpose, granted));
  }

  public Arena zone(String zone) {
    return changed(Past.zone(zone));
  }

  public Arena person(String id) {
    known = Known.nothing(PersonId.user(id));
    return this;
  }

  public Arena at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  public Arena asks(String placement) {
    return asks(placement, declared(placement).size());
  }

  public Arena asks(String placement, int limit) {
    asked.add(known -> Slot.of(declared(placement), limit, available, known));
    return this;
  }

  /** Makes the grid one of such a size, whose order is ranked so. */
  public Arena grid(int size, Ranking ranking) {
    placement(GRID, size, false, false, ranking);
    return this;
  }

  public Arena available(String... actions) {
    available = Set.of(actions);
    return this;
  }

  public Arena arranged(List<String> pinned, Set<String> hidden) {
    return changed(Past.arranged(GRID, new Arrangement(pinned, hidden, now)));
  }

  /** The person comes back to what an arbitration came to, so much later. */
  public Arena comesBack(Arbitration last, Duration later) {
    now = now.plus(later);
    return changed(Past.saw(last));
  }

  public Arena visits(Map<String, Object> context) {
    visit = new VisitContext(context);
    return this;
  }

  private Placement declared(String placement) {
    return Objects.requireNonNull(placements.get(placement));
  }

  private Arena changed(UnaryOperator<Known> change) {
    known = change.apply(known);
    return this;
  }

  public Contest contest() {
    if (asked.isEmpty()) asks(SIDEBAR);
    List<Slot> slots = asked.stream().map(ask -> ask.apply(known)).toList();
    Placements declared = new Placements(placements, budgets, quietHours, holdout);
    return new Contest(
        known, now, visit, candidates, slots, declared, cards, evidence, refused, true);
  }

  public Arbitration arbitration() {
    return new Arbiter().choose(contest());
  }

  /** The chosen actions over all slots, in order. */
  public List<String> chosen() {
    return arbitration().filled().stream()
        .flatMap(filled -> filled.chosen().stream())
        .map(Ranked::action)
        .toList();
  }

  /** {@code action REASON} of every suppression, in order. */
  public List<String> suppressed() {
    return arbitration().suppressed().stream().map(s -> s.action() + " " + s.reason()).toList();
  }

  /** The detail of the first suppression. */
  public String detail() {
    return String.valueOf(arbitration().suppressed().get(0).detail());
  }
}

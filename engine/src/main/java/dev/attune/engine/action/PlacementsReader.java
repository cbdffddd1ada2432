package dev.attune.engine.action;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Durations;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.Section;
import dev.attune.engine.text.YamlTree.Mapping;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code placements.yaml}. Wrong parts are reported and read as their defaults. */
public final class PlacementsReader {
  private static final int MOST_CHOICES = 50;
  private static final int MOST_RESULTS = 1_000;

  private PlacementsReader() {}

  public static Placements read(Mapping document, Diagnostics diagnostics) {
    Section file = new Section(document, diagnostics);
    Placements placements =
        new Placements(placements(file), attention(file), quietHours(file), holdout(file));
    file.refuseOtherKeys();
    return placements;
  }

  private static Map<String, Placement> placements(Section file) {
    file.require("placements");
    Map<String, Placement> placements = new LinkedHashMap<>();
    file.sections("placements").forEach((id, each) -> placements.put(id, placement(id, each)));
    return Collections.unmodifiableMap(placements);
  }

  private static Placement placement(String id, Section section) {
    ActionNames.check(id, "placement", section);
    section.require("kinds");
    Integer written = section.whole("size", 1, MOST_CHOICES);
    int size = written == null ? 1 : written;
    Placement placement =
        new Placement(
            id,
            size,
            Set.copyOf(section.someOf("kinds", Kind.class)),
            section.flag("interrupts", false),
            section.flag("channel", false),
            new RankingReader(section, size).read(),
            section.contents("fallback"),
            ceiling(section),
            section.place());
    section.refuseOtherKeys();
    return placement;
  }

  private static @Nullable Ceiling ceiling(Section section) {
    Integer results = section.whole("ceiling", 1, MOST_RESULTS);
    Double share =
        section.read("smallest-share", "a share from 0.01% to 50%, such as 1%", Ceiling::share);
    if (results == null && share == null) return null;
    Place place = section.placeOf(results == null ? "smallest-share" : "ceiling");
    return new Ceiling(results, share == null ? 0 : share, place);
  }

  private static List<AttentionBudget> attention(Section file) {
    List<AttentionBudget> budgets = new ArrayList<>();
    file.sections("attention").forEach((id, section) -> budgets.add(budget(id, section)));
    return List.copyOf(budgets);
  }

  private static AttentionBudget budget(String id, Section section) {
    ActionNames.check(id, "budget", section);
    section.require("at-most");
    section.require("per");
    Set<Kind> kinds = section.someOf("kinds", Kind.class);
    Integer atMost = section.whole("at-most", 0, 1000);
    AttentionWindow window =
        section.read("per", "day, week, month or a time such as 24h", PlacementsReader::window);
    AttentionBudget budget =
        new AttentionBudget(
            id,
            kinds.isEmpty() ? Set.copyOf(EnumSet.allOf(Kind.class)) : Set.copyOf(kinds),
            atMost == null ? 0 : atMost,
            window == null ? AttentionWindow.DAY : window,
            section.place());
    section.refuseOtherKeys();
    return budget;
  }

  private static Optional<AttentionWindow> window(String written) {
    return switch (written) {
      case "day" -> Optional.of(AttentionWindow.DAY);
      case "week" -> Optional.of(AttentionWindow.WEEK);
      case "month" -> Optional.of(AttentionWindow.MONTH);
      default -> Durations.parse(written).map(AttentionWindow::rolling);
    };
  }

  private static @Nullable QuietHours quietHours(Section file) {
    Section section = file.section("quiet-hours").orElse(null);
    if (section == null) return null;
    section.require("from");
    section.require("until");
    LocalTime from =
        section.read("from", "a time of day such as \"21:00\"", PlacementsReader::time);
    LocalTime until =
        section.read("until", "a time of day such as \"08:00\"", PlacementsReader::time);
    section.refuseOtherKeys();
    return from == null || until == null ? null : new QuietHours(from, until);
  }

  private static Optional<LocalTime> time(String written) {
    try {
      return Optional.of(LocalTime.parse(written));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Holdout holdout(Section file) {
    Section section = file.section("holdout").orElse(null);
    if (section == null) return Holdout.NOBODY;
    section.require("share");
    Holdout holdout = new Holdout(section.number("share", 0, 1, 0), section.text("salt", ""));
    section.refuseOtherKeys();
    return holdout;
  }
}

package dev.attune.engine.action;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Moments;
import dev.attune.engine.text.Section;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.vocabulary.Purpose;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a use case's {@code actions.yaml}. Wrong parts are reported and read as their defaults. */
public final class ActionCardReader {
  private final String useCase;
  private final Section section;

  private ActionCardReader(String useCase, Section section) {
    this.useCase = useCase;
    this.section = section;
  }

  /** The cards by id, in the file's order. */
  public static Map<String, ActionCard> read(
      String useCase, Mapping document, Diagnostics diagnostics) {
    Map<String, ActionCard> cards = new LinkedHashMap<>();
    new Section(document, diagnostics)
        .sections()
        .forEach((id, each) -> cards.put(id, new ActionCardReader(useCase, each).card(id)));
    return cards;
  }

  private ActionCard card(String id) {
    ActionNames.check(id, "card", section);
    List.of("kind", "placements", "class", "content").forEach(section::require);
    Integer priority = section.whole("priority", 0, 100);
    ActionCard card =
        new ActionCard(
            id,
            useCase,
            section.oneOf("kind", Kind.class, Kind.NUDGE),
            section.names("placements").stream().map(Scalar::text).distinct().toList(),
            section.oneOf("class", ActionClass.class, ActionClass.EDUCATIONAL),
            topic(),
            namesOf("affinity"),
            priority == null ? 50 : priority,
            section.number("value", 0, 1000, 1),
            section.oneOf("purpose", Purpose.class, Purpose.PERSONALISATION),
            section.flag("published", true),
            window(),
            cap(),
            coolDown(),
            ladder(),
            prior(),
            namesOf("excludes"),
            goal(),
            forEachItem(),
            section.content("content"),
            section.place(),
            section.places());
    section.refuseOtherKeys();
    return card;
  }

  private Set<String> namesOf(String key) {
    Set<String> names = new LinkedHashSet<>();
    section.names(key).forEach(name -> names.add(name.text()));
    return Set.copyOf(names);
  }

  private @Nullable String topic() {
    String topic = section.text("topic");
    if (topic != null) ActionNames.check(topic, "topic", section);
    return topic;
  }

  private Window window() {
    Section part = section.section("window").orElse(null);
    if (part == null) return Window.ALWAYS;
    Instant from = part.read("from", "a date or a time such as 2026-11-24", this::instant);
    Instant until = part.read("until", "a date or a time such as 2026-11-24", this::instant);
    part.refuseOtherKeys();
    if (from != null && until != null && !from.isBefore(until)) {
      part.error(part.placeOf("until"), "window", "the window ends before it begins");
    }
    return new Window(from, until);
  }

  /** A date is its first moment in UTC. */
  private Optional<Instant> instant(String written) {
    try {
      Instant moment =
          written.contains("T")
              ? OffsetDateTime.parse(written).toInstant()
              : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
      return Optional.of(moment).filter(Moments::isOfThisWorld);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Cap cap() {
    Section part = section.section("cap").orElse(null);
    if (part == null) return Cap.NONE;
    Integer shown = part.whole("shown", 0, 1000);
    Duration per = part.duration("per");
    Integer lifetime = part.whole("lifetime", 0, 10_000);
    part.refuseOtherKeys();
    if (part.has("shown") != part.has("per")) {
      String message = "\"shown\" and \"per\" belong together: cap: { shown: 2, per: 7d }";
      part.error(part.place(), "cap", message);
    }
    return shown == null || per == null
        ? new Cap(null, null, lifetime)
        : new Cap(shown, per, lifetime);
  }

  private CoolDown coolDown() {
    Section part = section.section("cool-down").orElse(null);
    if (part == null) return CoolDown.NONE;
    CoolDown coolDown =
        new CoolDown(
            part.duration("after-shown"),
            part.duration("after-dismissed"),
            part.duration("after-accepted"));
    part.refuseOtherKeys();
    return coolDown;
  }

  private Ladder ladder() {
    Section part = section.section("ladder").orElse(null);
    if (part == null) return Ladder.STANDARD;
    Duration snooze = part.duration("snooze");
    Integer snoozes = part.whole("snoozes", 1, 100);
    part.refuseOtherKeys();
    return new Ladder(
        snooze == null ? Ladder.STANDARD.snooze() : snooze,
        snoozes == null ? Ladder.STANDARD.snoozes() : snoozes);
  }

  private Prior prior() {
    Section part = section.section("prior").orElse(null);
    if (part == null) return Prior.UNKNOWN;
    part.require("accepted");
    part.require("shown");
    double accepted = part.number("accepted", 0, 1_000_000, Prior.UNKNOWN.accepted());
    double shown = part.number("shown", 0.001, 1_000_000, Prior.UNKNOWN.shown());
    part.refuseOtherKeys();
    if (accepted > shown) {
      part.error(part.placeOf("accepted"), "prior", "more people accept than are shown");
      return Prior.UNKNOWN;
    }
    return new Prior(accepted, shown);
  }

  private boolean forEachItem() {
    String each = section.text("for-each");
    if (each != null && !each.equals("item"))
      section.error(
          section.placeOf("for-each"), "for-each", "an action stands for each item or once: item");
    return each != null;
  }

  private @Nullable Goal goal() {
    Section part = section.section("goal").orElse(null);
    if (part == null) return null;
    part.require("event");
    part.require("within");
    String event = part.text("event");
    Duration within = part.duration("within");
    part.refuseOtherKeys();
    return event == null || within == null ? null : new Goal(event, within);
  }
}

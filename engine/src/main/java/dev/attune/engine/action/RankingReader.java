package dev.attune.engine.action;

import dev.attune.engine.action.VisitTest.Wanted;
import dev.attune.engine.text.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a placement asks of its order. */
final class RankingReader {
  private final Section section;
  private final int size;

  /**
   * @param section the placement's
   * @param size how many actions it holds
   */
  RankingReader(Section section, int size) {
    this.section = section;
    this.size = size;
  }

  Ranking read() {
    int exploration = exploration();
    return new Ranking(
        affinity(), quotas(), exploration, moves(exploration), section.number("floor", 0, 1e9, 0));
  }

  private @Nullable Affinity affinity() {
    Section part = section.section("affinity").orElse(null);
    if (part == null) return null;
    part.require("half-life");
    Duration halfLife = part.duration("half-life");
    double halfAt = part.number("half-at", 0.1, 10_000, 5);
    double most = part.number("at-most", 1, 100, 2);
    part.refuseOtherKeys();
    if (halfLife == null) return null;
    if (halfLife.toHours() > 0) return new Affinity(halfLife, halfAt, most);
    part.error(part.placeOf("half-life"), "affinity", "a half-life is an hour or more");
    return null;
  }

  private List<Quota> quotas() {
    List<Quota> quotas = new ArrayList<>();
    for (Section part : section.list("quotas")) {
      part.require("topic");
      part.require("at-most");
      String topic = part.text("topic", "");
      Integer atMost = part.whole("at-most", 0, size);
      List<VisitTest> visit = part.section("visit").map(RankingReader::visit).orElse(List.of());
      part.refuseOtherKeys();
      if (atMost != null) quotas.add(new Quota(topic, atMost, visit, part.placeOf("topic")));
    }
    return List.copyOf(quotas);
  }

  private static List<VisitTest> visit(Section part) {
    List<VisitTest> tests = new ArrayList<>();
    for (String field : part.keys()) {
      List<Wanted> wanted =
          part.names(field).stream().map(name -> Wanted.of(name.text(), name.place())).toList();
      if (!wanted.isEmpty()) tests.add(new VisitTest(field, wanted));
    }
    return List.copyOf(tests);
  }

  private int exploration() {
    Section part = section.section("exploration").orElse(null);
    if (part == null) return 0;
    part.require("slots");
    Integer slots = part.whole("slots", 1, 50);
    part.refuseOtherKeys();
    if (slots == null || slots < size) return slots == null ? 0 : slots;
    part.error(
        part.placeOf("slots"),
        "exploration",
        "a placement of size " + size + " explores in at most " + (size - 1) + " of its places");
    return 0;
  }

  private @Nullable Integer moves(int exploration) {
    Section part = section.section("steady").orElse(null);
    if (part == null) return null;
    part.require("moves");
    Integer moves = part.whole("moves", 0, 50);
    part.refuseOtherKeys();
    if (moves != null && moves < exploration)
      part.error(
          part.placeOf("moves"),
          "steady",
          "what explores in " + exploration + " places moves at least as many. Raise \"moves\"");
    return moves;
  }
}

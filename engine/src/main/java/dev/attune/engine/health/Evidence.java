package dev.attune.engine.health;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What was counted over all servers. Immutable; thread-safe. */
public final class Evidence {
  public static final Evidence NONE = new Evidence(Map.of(), List.of());

  private final Map<LocalDate, Chapter> byDay;
  private final List<Chapter> latest;

  /** Many rules ask about the same moments. */
  private final Map<Instant, Chapter> since = new ConcurrentHashMap<>();

  /**
   * @param byDay sums by day in UTC
   * @param latest one by one, the oldest first
   */
  public Evidence(Map<LocalDate, Chapter> byDay, List<Chapter> latest) {
    this.byDay = byDay;
    this.latest = latest;
  }

  /** The latest chapters one by one, the oldest first. */
  public List<Chapter> latest() {
    return latest;
  }

  /** With what a server has not handed on yet. */
  public Evidence with(Chapter pending) {
    if (pending.isEmpty()) return this;
    Map<LocalDate, Chapter> days = new TreeMap<>(byDay);
    days.merge(day(pending.until()), pending, Chapter::plus);
    List<Chapter> all = new ArrayList<>(latest);
    all.add(pending);
    return new Evidence(days, all);
  }

  public static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  public long count(Sign sign, String name) {
    return byDay.values().stream().mapToLong(day -> day.count(sign, name)).sum();
  }

  /**
   * Since a moment: the days after it, and of its own day the chapters that began later. The count
   * may be too small by what its own day's lost chapters held, never too large.
   */
  public Chapter since(Instant moment) {
    return since.computeIfAbsent(moment, this::added);
  }

  private Chapter added(Instant moment) {
    LocalDate first = day(moment);
    Chapter sum = Chapter.empty(moment);
    for (Map.Entry<LocalDate, Chapter> each : byDay.entrySet()) {
      if (each.getKey().isAfter(first)) sum = sum.plus(each.getValue());
    }
    for (Chapter chapter : latest) {
      boolean later = !chapter.from().isBefore(moment);
      if (later && day(chapter.until()).equals(first)) sum = sum.plus(chapter);
    }
    return sum;
  }
}

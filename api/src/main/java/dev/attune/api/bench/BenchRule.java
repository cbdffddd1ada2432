package dev.attune.api.bench;

/**
 * What one measured rule asks for. Every rule asks for a page and two profile fields; of ten rules
 * four add a counter and a segment, two a segment and that an action was never shown, one a counter
 * without a segment, one a sum, one two counters that differ, one a segment and a count.
 */
record BenchRule(int number) {
  /** What a rule adds to the page and the two fields. */
  enum Addition {
    COUNTER_AND_SEGMENT,
    SEGMENT_AND_NEVER_SHOWN,
    COUNTER_WITHOUT_SEGMENT,
    SUM,
    TWO_COUNTERS,
    SEGMENT_AND_COUNT
  }

  Addition addition() {
    return switch (number % 10) {
      case 4, 5 -> Addition.SEGMENT_AND_NEVER_SHOWN;
      case 6 -> Addition.COUNTER_WITHOUT_SEGMENT;
      case 7 -> Addition.SUM;
      case 8 -> Addition.TWO_COUNTERS;
      case 9 -> Addition.SEGMENT_AND_COUNT;
      default -> Addition.COUNTER_AND_SEGMENT;
    };
  }

  String action() {
    return "action-" + number;
  }

  String page() {
    return "page" + number / 10 % BenchRules.PAGES;
  }

  String textField() {
    return "a" + 2 * (number * 7 % (BenchRules.FIELDS / 2));
  }

  String text() {
    return "v" + number % BenchRules.VALUES;
  }

  String numberField() {
    return "a" + (2 * (number * 11 % (BenchRules.FIELDS / 2)) + 1);
  }

  int moreThan() {
    return 40 + number % 50;
  }

  String event() {
    return "thing" + number * 3 % BenchRules.EVENTS + ".done";
  }

  String otherEvent() {
    return "thing" + number * 5 % BenchRules.EVENTS + ".done";
  }

  String segment() {
    return "segment-" + number % BenchRules.SEGMENTS;
  }

  int priority() {
    return 10 + number % 90;
  }
}

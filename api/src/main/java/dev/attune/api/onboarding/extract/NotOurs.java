package dev.attune.api.onboarding.extract;

import java.util.Set;

/** Numbers near people that do not count ours: hours, dates, people wanted, people elsewhere. */
final class NotOurs {
  private static final Set<String> HOURS_TO = Set.of("to", "till", "until");
  private static final int OTHERS_BEFORE = 6;
  private static final int OTHERS_AFTER = 4;

  private NotOurs() {}

  /** "It's 1987 in here". */
  static boolean isDate(Clause clause, Numbers.Quantity number) {
    boolean written = clause.word(number.from()).isNumber() && number.to() == number.from() + 1;
    boolean year = number.low() >= 1900 && number.low() < 2100;
    return year && written && !clause.cueAt("people", number.to());
  }

  /** "From 9 to 5". */
  static boolean isHour(Clause clause, Numbers.Quantity number) {
    int to = number.from() - 1;
    return to > 0
        && HOURS_TO.contains(clause.word(to).normal())
        && clause.word(to - 1).isNumber()
        && !clause.cueAt("people", number.to());
  }

  /** "The building has 200 people" counts them for the building. */
  static boolean isOfSomething(Clause clause, Numbers.Quantity number) {
    boolean something = clause.cueAt("definite", 0) && number.from() > 1 && !clause.hasCue("me");
    return something && !clause.cueAt("group", 1) && !clause.cueAt("organisation", 1);
  }

  /** "I need 14 nurses": people of that job are wanted. */
  static boolean isSought(Reading reading, Clause clause, Numbers.Quantity number) {
    int before = number.from() - 1;
    boolean wanted = before >= 0 && clause.cueAt("want", before);
    return wanted
        && reading.lists().roles().longest(clause.words()).stream()
            .anyMatch(it -> it.from() == number.to() && !it.is("duties"));
  }

  /** "We want to grow to 17 people" counts nobody yet. */
  static boolean othersBefore(Clause clause, Numbers.Quantity number) {
    for (int word = Math.max(0, number.from() - OTHERS_BEFORE); word < number.from(); word++) {
      if (clause.cueAt("not-my-people", word)) return true;
    }
    return false;
  }

  /** "9 people for 300 customers" counts us, "5 people to hire" does not. */
  static boolean othersAround(Clause clause, Numbers.Quantity number) {
    int from = Math.max(0, number.from() - OTHERS_BEFORE);
    for (int word = from; word < Math.min(clause.size(), number.to() + OTHERS_AFTER); word++) {
      boolean earlierCount = word < number.from() && clause.cueAt("joiner", word);
      if (earlierCount) from = word;
    }
    for (int word = from; word < Math.min(clause.size(), number.to() + OTHERS_AFTER); word++) {
      boolean another = word > number.to() && clause.word(word).isNumber();
      if (another) return false; // "six people for 300 customers": the customers have a number
      if (clause.cueAt("not-my-people", word)) return true;
    }
    return false;
  }

  /** "The company is 90": years or people? */
  static boolean isAge(Reading reading, Clause clause, Numbers.Quantity number) {
    int is = number.from() - 1;
    boolean company = is > 0 && clause.cueAt("is", is) && clause.cueAt("company-of", is - 1);
    return company && number.to() == clause.size() && !reading.expects("teamSize");
  }
}

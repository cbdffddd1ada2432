package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number put in the place of one that was noted: "you wrote 3? it's 13", "not 2, 20", "8, I
 * rounded up". It counts what the number before it counted.
 */
final class MendedNumber {
  private static final List<String> FIELDS = List.of("yearsExperience", "teamSize");
  private static final List<String> UNITS =
      List.of("years", "months", "decades", "people", "of-us", "counted");
  private static final double MENDED = 0.97;
  private static final int LONGEST_CAREER = 70;

  private final Reading reading;
  private final List<Found> numbers = new ArrayList<>();

  /** A number and the clause it stands in. */
  private record Found(int clause, Clause in, Numbers.Quantity number) {
    boolean isBare() {
      return UNITS.stream().noneMatch(unit -> in.cueAt(unit, number.to()));
    }

    /** "8", "5 now", "make it 8". */
    boolean isAllOfItsClause() {
      boolean bare = true;
      for (int word = 0; word < in.size(); word++) {
        boolean counts = number.from() <= word && word < number.to();
        bare &= counts || in.cueAt("puts-number", word);
      }
      return bare;
    }

    boolean stands() {
      Match words = number.words();
      return isBare()
          && !Mine.isBarred(in, words)
          && !in.has(Scope.NEGATED, words)
          && number.low() >= 1;
    }
  }

  private MendedNumber(Reading reading) {
    this.reading = reading;
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      if (clause.has(Scope.COMMAND)) continue;
      for (Numbers.Quantity number : reading.lists().numbers().in(clause.words())) {
        numbers.add(new Found(i, clause, number));
      }
    }
  }

  /** What was found, with the mended number in the place of whatever else it was taken for. */
  static List<Evidence> applied(Reading reading, List<Evidence> found) {
    Optional<Evidence> mended = new MendedNumber(reading).mended();
    if (mended.isEmpty()) return found;
    Evidence right = mended.get();
    List<Evidence> kept = new ArrayList<>(found);
    kept.removeIf(
        it ->
            it.clause() == right.clause()
                && FIELDS.contains(it.field())
                && it.from() <= right.from()
                && right.to() <= it.to());
    kept.removeIf(
        it ->
            FIELDS.contains(it.field())
                && !it.field().equals(right.field())
                && it.value().equals(right.value()));
    kept.add(right);
    return kept;
  }

  private Optional<Evidence> mended() {
    Optional<Evidence> instead =
        FIELDS.stream().flatMap(field -> inPlaceOfNoted(field).stream()).findFirst();
    return instead.isPresent() ? instead : opening();
  }

  /** The last number beside the one that was noted. */
  private Optional<Evidence> inPlaceOfNoted(String field) {
    Optional<Double> noted = noted(field);
    boolean mentioned =
        noted.isPresent()
            && numbers.stream()
                .filter(it -> it.number().low() == noted.get())
                .anyMatch(it -> it.isBare() || reading.corrects() || it.in().asked());
    boolean ofBoth = FIELDS.stream().allMatch(it -> noted(it).equals(noted));
    if (!mentioned || ofBoth) return Optional.empty();
    return numbers.stream()
        .filter(it -> it.stands() && it.number().low() != noted.get())
        .reduce((first, second) -> second)
        .flatMap(it -> evidence(field, it));
  }

  /** "8, I rounded up", "5 now": hardly anything but a number, where one was noted. */
  private Optional<Evidence> opening() {
    List<String> noted = FIELDS.stream().filter(it -> noted(it).isPresent()).toList();
    if (noted.size() != 1 || !reading.asked().isEmpty()) return Optional.empty();
    return numbers.stream()
        .filter(it -> it.stands() && it.isAllOfItsClause())
        .filter(it -> it.clause() == 0 || it.in().size() > 1)
        .reduce((first, second) -> second)
        .flatMap(it -> evidence(noted.get(0), it));
  }

  private Optional<Double> noted(String field) {
    return reading.state().noted().get(field) instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  private static Optional<Evidence> evidence(String field, Found found) {
    double value = Math.floor(found.number().low());
    if (field.equals("yearsExperience") && value > LONGEST_CAREER) return Optional.empty();
    return Optional.of(
        new Evidence(
            field,
            value,
            false,
            MENDED,
            found.clause(),
            found.number().from(),
            found.number().to(),
            "numbers"));
  }
}

package dev.attune.api.onboarding.extract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What keeps a value from being certain, however likely it sounds: the words tell a wish, an
 * employer, a subject of study or a number rather than what the value stands for.
 */
record Reservations(Reading reading, Likelihoods likelihoods, Listed listed) {
  private static final double CALLED = 0.95;
  private static final double ANSWERED = 0.9;
  private static final double NAMED = 0.84;
  private static final double SURE = 0.65;
  private static final double ASIDE = 0.45;
  private static final double UNSURE = 0.5;
  private static final double CLEAR_WISH = 0.9;
  private static final double DUTY = RoleReader.DUTY;
  private static final int HARDLY = 3;
  private static final int FEW_WORDS = 4;
  private static final int ANSWER = 8;

  /** Jobs that sound like an industry, wherever they are done. */
  private static final Map<String, Set<String>> TRADES =
      Map.of(
          "technology",
          Set.of("software_engineer", "it_operations", "data_analyst", "designer"),
          "finance",
          Set.of("finance"),
          "retail_ecommerce",
          Set.of("sales", "marketer"));

  /**
   * Whether any of them holds.
   *
   * @param named what the word lists found of the value
   */
  boolean hold(String field, String value, List<Evidence> named) {
    return answersElse(field, named)
        || isOnlyWished(field, named)
        || namesEmployerOnly(field, named)
        || isOnlyCounted(field, named)
        || isOnlyPiledUp(field, named)
        || isWantedOnly(field, named)
        || isOutdone(field, value, named)
        || isHardlySaid(field, named)
        || isOnlyWorkHours(field, value, named)
        || isOnlyLectured(field, value, named)
        || isOnlyStudied(field, value, named)
        || isOnlyTheTrade(field, value, named);
  }

  /**
   * "Plan social media posts", "make a video series": what somebody wants tells no job and no
   * employer, unless they speak of theirs.
   */
  private boolean isOnlyWished(String field, List<Evidence> named) {
    boolean goal =
        listed.all().stream()
                .anyMatch(it -> it.field().equals(Likelihoods.GOALS) && it.confidence() >= UNSURE)
            || (!field.equals("role") && likelihoods.ofRival(Likelihoods.GOALS, "") >= CLEAR_WISH);
    return !field.equals(Likelihoods.GOALS)
        && !reading.expects(field)
        && Listed.highest(named) < SURE
        && goal
        && reading.clauses().stream().noneMatch(it -> speaksOfWork(field, it))
        && (field.equals("role") || listed.about("role").noneMatch(it -> it.confidence() >= SURE));
  }

  private static boolean speaksOfWork(String field, Clause clause) {
    if (field.equals("industry") && clause.hasCue("subject")) return true;
    return clause.hasCue("speaker") || clause.hasCue("my-work") || clause.hasCue("living");
  }

  /** "It's payroll I need": the words name what is wanted. */
  private boolean isWantedOnly(String field, List<Evidence> named) {
    return field.equals("role")
        && !named.isEmpty()
        && named.stream()
            .allMatch(
                it ->
                    it.confidence() < ASIDE
                        && listed.all().stream().anyMatch(goal -> isWantedBy(it, goal)));
  }

  private boolean isWantedBy(Evidence words, Evidence goal) {
    return isWanted(goal)
        && !goal.denied()
        && goal.clause() == words.clause()
        && goal.from() < words.to()
        && words.from() < goal.to();
  }

  /** "The new version broke it": a job is somebody's, and nobody is spoken of. */
  boolean isNobodys(String field) {
    return field.equals("role")
        && !reading.expects(field)
        && !isSetAgainst()
        && reading.clauses().stream().noneMatch(it -> speaksOfWork(field, it) || it.hasCue("me"));
  }

  /** Where most of a message speaks of something else, the words left say hardly anything. */
  private boolean isHardlySaid(String field, List<Evidence> named) {
    int spoken =
        reading.clauses().stream()
            .filter(it -> !Likelihoods.isLeftOut(it, field))
            .mapToInt(Clause::size)
            .sum();
    return named.isEmpty() && !isSetAgainst() && spoken < HARDLY && spoken < reading.words();
  }

  /** "Sysadmin with a sales quota": a job called by its name leaves none to be guessed. */
  private boolean isOutdone(String field, String value, List<Evidence> named) {
    return field.equals("role")
        && !named.isEmpty()
        && Listed.highest(named) < ASIDE
        && listed
            .about("role")
            .filter(it -> !it.value().equals(value) && !it.value().equals(RoleReader.OTHER))
            .filter(it -> it.confidence() >= CALLED)
            .anyMatch(it -> named.stream().allMatch(hint -> isBehind(hint, it)));
  }

  private static boolean isBehind(Evidence hint, Evidence job) {
    return hint.clause() == job.clause() && hint.from() >= job.to();
  }

  /** "No, sales", "project, not product": one thing in the place of another. */
  private boolean isSetAgainst() {
    return reading.corrects()
        || reading.clauses().stream().anyMatch(it -> it.startsWith(Scope.NEGATED, 1));
  }

  /** "No more late shifts": when somebody works. */
  private boolean isOnlyWorkHours(String field, String value, List<Evidence> named) {
    return field.equals(Likelihoods.GOALS)
        && value.equals("schedule_time")
        && named.isEmpty()
        && reading.clauses().stream()
            .anyMatch(it -> it.hasCue("work-hours") && !it.startsWithCue("nobody"));
  }

  /** An educator's essays are to be marked. */
  private boolean isOnlyLectured(String field, String value, List<Evidence> named) {
    return field.equals(Likelihoods.GOALS)
        && value.equals("study_learn")
        && Listed.highest(named) < ANSWERED
        && listed.of("role", "educator").stream().anyMatch(it -> it.confidence() >= SURE);
  }

  /** What a student reads about is no employer, unless they name one. */
  private boolean isOnlyStudied(String field, String value, List<Evidence> named) {
    return field.equals("industry")
        && !value.equals("education")
        && Listed.highest(named) < NAMED
        && listed.of("role", "student").stream().anyMatch(it -> it.confidence() >= SURE);
  }

  /** A developer need not work for a software company, nor an accountant for a bank. */
  private boolean isOnlyTheTrade(String field, String value, List<Evidence> named) {
    return field.equals("industry")
        && (named.isEmpty() || (value.equals("finance") && Listed.highest(named) < ASIDE))
        && TRADES.getOrDefault(value, Set.of()).stream()
            .anyMatch(role -> Listed.highest(listed.of("role", role)) >= DUTY);
  }

  /** "Finance", asked for the job, tells no industry: the words are the answer to the question. */
  private boolean answersElse(String field, List<Evidence> named) {
    if (reading.asked().isEmpty() || reading.expects(field)) return false;
    if (named.isEmpty()) return reading.words() <= ANSWER;
    if (reading.words() > FEW_WORDS) return false;
    return Listed.highest(named) < SURE
        || named.stream()
            .allMatch(it -> listed.all().stream().anyMatch(other -> isAnswer(it, other)));
  }

  private boolean isAnswer(Evidence words, Evidence other) {
    return reading.expects(other.field())
        && other.confidence() >= SURE
        && !other.value().equals(RoleReader.OTHER)
        && other.clause() == words.clause()
        && other.from() <= words.from()
        && words.to() <= other.to();
  }

  /** "Cloud backup vendor": a few words that name an employer tell no job. */
  private boolean namesEmployerOnly(String field, List<Evidence> named) {
    if (!field.equals("role") || Listed.highest(named) >= SURE) return false;
    if (reading.clauses().size() > 1 || reading.words() > FEW_WORDS) return false;
    Clause only = reading.clauses().get(0);
    return only.cueAt("organisation", only.size() - 1) && !only.hasCue("subject");
  }

  /** "The company employs 800, my own team is six": numbers tell no job. */
  private boolean isOnlyCounted(String field, List<Evidence> named) {
    return !field.equals("industry")
        && named.isEmpty()
        && IntStream.range(0, reading.clauses().size()).allMatch(this::isCount);
  }

  /** "300 unread mails, help": how many there are of something tells not what is wanted. */
  private boolean isOnlyPiledUp(String field, List<Evidence> named) {
    return field.equals(Likelihoods.GOALS)
        && named.isEmpty()
        && !reading.lists().numbers().in(reading.clauses().get(0).words()).isEmpty()
        && reading.clauses().stream().allMatch(Reservations::isPile);
  }

  private static boolean isPile(Clause clause) {
    return IntStream.range(0, clause.size())
        .allMatch(
            word ->
                clause.word(word).isNumber()
                    || clause.cueAt("counted", word)
                    || clause.cueAt("help", word)
                    || clause.word(word).is("send"));
  }

  private boolean isCount(int index) {
    Clause clause = reading.clauses().get(index);
    boolean denied = clause.has(Scope.NEGATED) && clause.has(Scope.PAST); // "not ten any more"
    return listed.all().stream()
            .anyMatch(it -> it.clause() == index && it.field().equals("teamSize"))
        || (denied && !reading.lists().numbers().in(clause.words()).isEmpty());
  }

  /** "We need it for hiring and payroll". */
  boolean isWanted(Evidence words) {
    return words.field().equals(Likelihoods.GOALS)
        && words.confidence() >= ANSWERED
        && reading.clauses().get(words.clause()).hasCue("want");
  }
}

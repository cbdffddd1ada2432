package dev.attune.api.onboarding.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well predictions meet labelled conversations: a field is right when it has the labelled value
 * or one of its alternatives, a conversation when all fields are right and nothing forbidden is
 * said.
 */
final class Score {
  private static final Map<String, String> ALTERNATIVES =
      Map.of(
          "role", "roleAlt",
          "industry", "industryAlt",
          "experience", "experienceAlt",
          "yearsExperience", "yearsAlt",
          "teamSize", "teamAlt");

  private final Share joint = new Share();
  private final Share role = new Share();
  private final Share falseRole = new Share();
  private final Share industry = new Share();
  private final Share roleReached = new Share();
  private final Share industryReached = new Share();
  private final Share declined = new Share();
  private final Share goalsSaid = new Share();
  private final Share goalsWanted = new Share();
  private final Map<String, Share> kinds = new TreeMap<>();
  private final List<String> forbidden = new ArrayList<>();

  /** Right ones among all. */
  static final class Share {
    private int right;
    private int all;

    void add(boolean isRight) {
      add(isRight ? 1 : 0, 1);
    }

    void add(int moreRight, int more) {
      right += moreRight;
      all += more;
    }

    double value() {
      return all == 0 ? 1 : (double) right / all;
    }

    @Override
    public String toString() {
      return "%d/%d (%.3f)".formatted(right, all, value());
    }
  }

  void add(JsonNode conversation, JsonNode predicted) {
    JsonNode expected = conversation.path("expect");
    boolean right = true;
    for (String field : ALTERNATIVES.keySet()) {
      right &= isMet(expected, field, predicted.path(field));
    }
    role.add(isMet(expected, "role", predicted.path("role")));
    industry.add(isMet(expected, "industry", predicted.path("industry")));
    if (expected.path("role").isNull() && !hasAlternative(expected, "role")) {
      falseRole.add(!predicted.path("role").isNull());
    }
    reached(expected, "role", predicted, roleReached);
    reached(expected, "industry", predicted, industryReached);
    right &= goals(expected, predicted);
    for (JsonNode fact : expected.path("mustNot")) {
      if (says(predicted, fact.asText())) {
        forbidden.add(conversation.path("id").asText() + " " + fact.asText());
        right = false;
      }
    }
    if (expected.has("declined")) {
      declined.add(texts(expected.path("declined")).equals(texts(predicted.path("declined"))));
    }
    joint.add(right);
    kinds.computeIfAbsent(conversation.path("kind").asText(), kind -> new Share()).add(right);
  }

  private boolean goals(JsonNode expected, JsonNode predicted) {
    Set<String> said = texts(predicted.path("goals"));
    said.removeAll(texts(expected.path("goalsOpt")));
    List<Set<String>> accepted = new ArrayList<>(List.of(texts(expected.path("goals"))));
    expected.path("goalsAltSets").forEach(set -> accepted.add(texts(set)));
    Set<String> wanted = accepted.get(0);
    for (Set<String> other : accepted) {
      if (closeness(other, said) > closeness(wanted, said)) wanted = other;
    }
    int met = common(wanted, said);
    goalsSaid.add(met, said.size());
    goalsWanted.add(met, wanted.size());
    return wanted.equals(said);
  }

  private static int closeness(Set<String> wanted, Set<String> said) {
    return 2 * common(wanted, said) - wanted.size() - said.size();
  }

  private static int common(Set<String> one, Set<String> other) {
    return (int) one.stream().filter(other::contains).count();
  }

  private static boolean hasAlternative(JsonNode expected, String field) {
    for (JsonNode other : expected.path(ALTERNATIVES.get(field))) {
      if (!other.isNull()) return true;
    }
    return false;
  }

  private static boolean isMet(JsonNode expected, String field, JsonNode predicted) {
    if (Objects.equals(text(expected.path(field)), text(predicted))) return true;
    for (JsonNode other : expected.path(ALTERNATIVES.get(field))) {
      if (Objects.equals(text(other), text(predicted))) return true;
    }
    return false;
  }

  /** Filled right, or asked with the right value among those offered. */
  private static void reached(JsonNode expected, String field, JsonNode predicted, Share share) {
    if (expected.path(field).isNull()) return;
    boolean open = predicted.path(field).isNull();
    boolean offered = false;
    for (JsonNode value : predicted.path("offered").path(field)) {
      offered |= isMet(expected, field, value);
    }
    share.add(open ? offered : isMet(expected, field, predicted.path(field)));
  }

  private static boolean says(JsonNode predicted, String fact) {
    String field = fact.substring(0, fact.indexOf(':'));
    String value = fact.substring(fact.indexOf(':') + 1);
    return field.equals("goals")
        ? texts(predicted.path("goals")).contains(value)
        : text(predicted.path(field)).equals(value);
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  private static Set<String> texts(JsonNode values) {
    Set<String> texts = new HashSet<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  double joint() {
    return joint.value();
  }

  double role() {
    return role.value();
  }

  double falseRole() {
    return falseRole.value();
  }

  double industry() {
    return industry.value();
  }

  double roleReached() {
    return roleReached.value();
  }

  double industryReached() {
    return industryReached.value();
  }

  double declined() {
    return declined.value();
  }

  double goalsPrecision() {
    return goalsSaid.value();
  }

  double goalsF1() {
    double sum = goalsSaid.value() + goalsWanted.value();
    return sum == 0 ? 0 : 2 * goalsSaid.value() * goalsWanted.value() / sum;
  }

  double kind(String kind) {
    return kinds.getOrDefault(kind, new Share()).value();
  }

  /** Each labelled fact that may not be said and is. */
  List<String> forbidden() {
    return forbidden;
  }

  @Override
  public String toString() {
    return "joint %s, role %s, falsely asserted %s, industry %s, goals precision %s recall %s, "
            .formatted(joint, role, falseRole, industry, goalsSaid, goalsWanted)
        + "declined %s, role reached %s, industry reached %s, forbidden %s, by kind %s"
            .formatted(declined, roleReached, industryReached, forbidden, kinds);
  }
}

package dev.attune.api.onboarding;

import dev.attune.engine.profile.Alternative;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.Extractor;
import dev.attune.engine.profile.Retraction;
import dev.attune.engine.profile.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a handful of words, so that the conversation can be tested without an encoder. */
public final class PlainWords implements Extractor {
  private static final Map<String, String> ROLES =
      Map.of("marketer", "marketer", "in sales", "sales", "student", "student");
  private static final Map<String, String> GOALS =
      Map.of("launches", "run_campaigns", "roadmap", "plan_roadmap", "reports", "reporting");
  private static final Map<String, String> INDUSTRIES =
      Map.of("bank", "finance", "school", "education", "clinic", "healthcare");
  private static final Pattern TEAM = Pattern.compile("team of (\\d+)");

  @Override
  public Extraction extract(Turn turn, ConversationState state, Set<String> asked) {
    String text = turn.text().toLowerCase(Locale.ROOT);
    List<CandidateFact> facts = new ArrayList<>();
    facts.addAll(found("role", ROLES, turn, text));
    facts.addAll(found("goals", GOALS, turn, text));
    facts.addAll(found("industry", INDUSTRIES, turn, text));
    Matcher team = TEAM.matcher(text);
    if (team.find())
      facts.add(fact("teamSize", Double.valueOf(team.group(1)), turn, team.start(), team.end()));
    List<Retraction> retractions = new ArrayList<>();
    if (text.contains("forget my team size")) retractions.add(new Retraction("teamSize", null));
    Set<String> declined = new LinkedHashSet<>();
    if (text.contains("rather not say")) declined.addAll(asked);
    Map<String, List<Alternative>> likely = new LinkedHashMap<>();
    if (text.contains("promote")) likely.put("role", List.of(new Alternative("marketer", 0.5)));
    return new Extraction(facts, retractions, declined, likely);
  }

  /** Orders to the machine are no evidence. */
  static boolean vouches(Turn turn, CandidateFact fact) {
    return !turn.text().toLowerCase(Locale.ROOT).contains("ignore");
  }

  private static List<CandidateFact> found(
      String field, Map<String, String> words, Turn turn, String text) {
    List<CandidateFact> facts = new ArrayList<>();
    words.forEach(
        (word, value) -> {
          int at = text.indexOf(word);
          if (at >= 0 && !text.contains("ignore")) {
            facts.add(fact(field, value, turn, at, at + word.length()));
          }
        });
    return facts;
  }

  private static CandidateFact fact(String field, Object value, Turn turn, int from, int to) {
    return new CandidateFact(field, value, 0.9, turn.text().substring(from, to), "words");
  }
}

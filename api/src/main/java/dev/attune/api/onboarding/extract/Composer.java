package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Composes messages as people write them: a job, an employer, how many they are, what they want,
 * each of them or not. The same phrases give the same messages.
 */
final class Composer {
  private static final int MESSAGES = 4000;
  private static final long SEED = 1;
  private static final int LARGEST_TEAM = 40;

  private final Map<String, Map<String, List<String>>> phrases;
  private final Map<String, List<String>> titles;
  private final Map<String, List<String>> otherJobs;
  private final Map<String, List<String>> employers;
  private final Map<String, List<String>> patterns;
  private final Random random = new Random(SEED);

  private final List<String> parts = new ArrayList<>();
  private String role = Head.NONE;
  private @Nullable String industry = Head.NONE;
  private String goal = Head.NONE;

  Composer(Map<String, Map<String, List<String>>> phrases, Pack pack) {
    this.phrases = phrases;
    titles = pack.sections(Language.EN, "role-titles");
    otherJobs = pack.sections(Language.EN, "role-others");
    employers = pack.sections(Language.EN, "industry-fields");
    patterns = pack.phrases("patterns");
  }

  List<Composition> compositions() {
    List<Composition> compositions = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) compositions.add(composition());
    return compositions;
  }

  private Composition composition() {
    parts.clear();
    role = Head.NONE;
    industry = Head.NONE;
    goal = Head.NONE;
    switch (random.nextInt(10)) {
      case 0, 1 -> title();
      case 2, 3 -> titleAndEmployer();
      case 4, 5 -> duty();
      case 6 -> industry = phrase("industry");
      case 7 -> otherJob();
      default -> {}
    }
    if (parts.isEmpty() || random.nextInt(10) < 3) {
      parts.add(pattern("team").replace("{n}", String.valueOf(2 + random.nextInt(LARGEST_TEAM))));
    }
    if (random.nextInt(6) == 0) parts.add(pattern("level"));
    if (random.nextInt(10) < 6) wish();
    if (random.nextInt(8) == 0) Collections.shuffle(parts, random);
    String text = String.join(pattern("joint").replace('_', ' '), parts);
    if (random.nextInt(7) == 0) text = pattern("opening") + " " + text;
    boolean lower = random.nextInt(3) == 0;
    return new Composition(lower ? text.toLowerCase(Locale.ROOT) : text, role, industry, goal);
  }

  private void title() {
    role = key(titles);
    parts.add(filled(pattern("job"), any(titles, role), ""));
  }

  private void titleAndEmployer() {
    role = key(titles);
    String employer = key(employers);
    industry = employer;
    parts.add(filled(pattern("job-at"), any(titles, role), any(employers, employer)));
  }

  /** What somebody does may tell an industry as well. */
  private void duty() {
    role = phrase("role");
    industry = null;
  }

  /** A job outside the list may tell an industry. */
  private void otherJob() {
    industry = null;
    parts.add(filled(pattern("job"), any(otherJobs, key(otherJobs)), ""));
  }

  private void wish() {
    goal = phrase(Likelihoods.GOALS);
    int last = parts.size() - 1;
    String wish = parts.get(last);
    boolean bare = !goal.equals(Head.NONE) && !wish.matches("(?i)(i|we|our|my)\\b.*");
    if (bare && random.nextInt(3) == 0) parts.set(last, pattern("wish").replace("{wish}", wish));
  }

  private String phrase(String field) {
    Map<String, List<String>> byValue = phrases.getOrDefault(field, Map.of());
    String value = key(byValue);
    parts.add(any(byValue, value));
    return value;
  }

  private static String filled(String pattern, String job, String employer) {
    String article = "aeiou".indexOf(job.charAt(0)) >= 0 ? "an " : "a ";
    return pattern
        .replace("{a job}", article + job)
        .replace("{job}", job)
        .replace("{employer}", employer.replace("..", ""));
  }

  private String pattern(String name) {
    return any(patterns, name);
  }

  private String key(Map<String, List<String>> byValue) {
    List<String> keys = List.copyOf(byValue.keySet());
    return keys.get(random.nextInt(keys.size()));
  }

  private String any(Map<String, List<String>> byValue, String value) {
    List<String> all = byValue.getOrDefault(value, List.of(""));
    return all.get(random.nextInt(all.size()));
  }
}

package dev.attune.api.onboarding.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads which {@link Trait}s a value has in a message. */
final class TraitReader {
  private static final double CALLED = 0.95;
  private static final double ANSWERED = 0.9;
  private static final double NAMED = 0.84;
  private static final double SURE = 0.65;
  private static final double ASIDE = 0.45;
  private static final int FEW_WORDS = 4;
  private static final int MANY_WORDS = 40;

  private final Reading reading;
  private final Likelihoods likelihoods;
  private final Listed listed;

  TraitReader(Reading reading, Likelihoods likelihoods, Listed listed) {
    this.reading = reading;
    this.likelihoods = likelihoods;
    this.listed = listed;
  }

  Map<Trait, Double> of(String field, String value) {
    Map<Trait, Double> traits = new EnumMap<>(Trait.class);
    List<Evidence> named = listed.of(field, value);
    double said = Listed.highest(named);
    double message = likelihoods.ofMessage(field).getOrDefault(value, 0.0);
    double sentence = Math.max(message, likelihoods.ofSentences(field).getOrDefault(value, 0.0));
    int likeliest = likelihoods.likeliestClause(field, value);
    put(traits, Trait.CALLED, said >= (field.equals("role") ? CALLED : ANSWERED));
    put(traits, Trait.NAMED, said >= NAMED);
    put(traits, Trait.DONE, said >= SURE && said < NAMED);
    put(traits, Trait.ASIDE, said >= ASIDE && said < SURE);
    put(traits, Trait.HINTED, said > Evidence.ELSEWHERE && said < ASIDE);
    put(traits, Trait.ELSEWHERE, said == Evidence.ELSEWHERE);
    traits.put(Trait.SENTENCE, Weights.logOdds(sentence));
    traits.put(Trait.MESSAGE, Weights.logOdds(reading.words() > MANY_WORDS ? sentence : message));
    traits.put(
        Trait.CLAUSE,
        Weights.logOdds(likelihoods.ofClause(likeliest, field).getOrDefault(value, 0.0)));
    traits.put(Trait.WORDS, Weights.logOdds(likelihoods.ofWords(field).getOrDefault(value, 0.0)));
    traits.put(Trait.NAMED_SENTENCE, said >= SURE ? Weights.logOdds(sentence) : 0.0);
    put(traits, Trait.RIVAL_NAMED, listed.namesRival(field, value));
    traits.put(Trait.RIVAL_SENTENCE, Weights.logOdds(likelihoods.ofRival(field, value)));
    put(traits, Trait.OTHER_JOB, listed.namesOtherJob());
    put(traits, Trait.ANSWERS, reading.expects(field));
    boolean few = reading.words() <= FEW_WORDS;
    put(traits, Trait.ANSWERS_ELSE, few && !reading.asked().isEmpty() && !reading.expects(field));
    put(traits, Trait.SHORT, few);
    put(traits, Trait.LONG, reading.words() > MANY_WORDS);
    put(traits, Trait.STORY, reading.words() > MANY_WORDS && said < SURE);
    put(
        traits,
        Trait.LEFT_OUT,
        reading.clauses().stream().anyMatch(it -> Likelihoods.isLeftOut(it, field)));
    clause(traits, named.isEmpty() ? likeliest : surest(named).clause());
    traits.put(Trait.ALWAYS, 1.0);
    return traits;
  }

  /** What the clause around the value speaks of. */
  private void clause(Map<Trait, Double> traits, int index) {
    Clause clause = reading.clauses().get(index);
    boolean mine = clause.hasCue("me") || clause.hasCue("my-work");
    boolean wish = clause.hasCue("want") || clause.hasCue("trouble") || clause.hasCue("help");
    put(traits, Trait.MINE, mine);
    put(traits, Trait.WISH, wish);
    put(traits, Trait.WORK, mine && !wish);
    put(traits, Trait.SUBJECT, clause.hasCue("subject"));
    put(traits, Trait.VISITING, clause.hasCue("visiting"));
    put(traits, Trait.JOB, listed.isSureOf("role", index));
    put(traits, Trait.LEVEL, listed.isSureOf("experience", index));
  }

  private static void put(Map<Trait, Double> traits, Trait trait, boolean holds) {
    if (holds) traits.put(trait, 1.0);
  }

  private static Evidence surest(List<Evidence> evidence) {
    Evidence surest = evidence.get(0);
    for (Evidence other : evidence) if (other.confidence() > surest.confidence()) surest = other;
    return surest;
  }
}

package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.Alternative;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.Extractor;
import dev.attune.engine.profile.Retraction;
import dev.attune.engine.profile.Turn;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands after a conversation's last turn, when whatever is certain is noted at once. */
public final class WholeConversation {
  private final Extractor extractor;
  private final Set<String> manyOf;
  private final Map<String, Object> noted = new LinkedHashMap<>();
  private final Set<String> declined = new LinkedHashSet<>();
  private final Map<String, List<Alternative>> offered = new LinkedHashMap<>();
  private int turns;

  /**
   * @param manyOf the fields that hold several values
   */
  public WholeConversation(Extractor extractor, Set<String> manyOf) {
    this.extractor = extractor;
    this.manyOf = manyOf;
  }

  /** Takes the next turn; {@code asked} as in {@link Extractor}. */
  public void hear(String text, Set<String> asked) {
    ConversationState state = new ConversationState(noted(), declined());
    Extraction heard = extractor.extract(new Turn(++turns, text), state, asked);
    heard.retractions().forEach(this::takeBack);
    declined.addAll(heard.declined());
    heard.facts().stream().filter(CandidateFact::isCertain).forEach(this::note);
    offered.putAll(heard.alternatives());
  }

  /** By field name, in the order noted; a set for a field that holds several values. */
  public Map<String, Object> noted() {
    return new LinkedHashMap<>(noted);
  }

  public Set<String> declined() {
    return new LinkedHashSet<>(declined);
  }

  /** The values the conversation would offer, likeliest first, by field name. */
  public Map<String, List<Alternative>> offered() {
    return new LinkedHashMap<>(offered);
  }

  private void takeBack(Retraction retraction) {
    Object held = noted.get(retraction.field());
    if (retraction.value() != null && held instanceof Collection<?> several) {
      Set<Object> left = new LinkedHashSet<>(several);
      left.remove(retraction.value());
      noted.put(retraction.field(), left);
    } else {
      noted.remove(retraction.field());
    }
  }

  private void note(CandidateFact fact) {
    declined.remove(fact.field());
    Object held = noted.remove(fact.field());
    if (!manyOf.contains(fact.field())) {
      noted.put(fact.field(), fact.value());
      return;
    }
    Set<Object> values = new LinkedHashSet<>();
    if (held instanceof Collection<?> several) values.addAll(several);
    values.add(fact.value());
    noted.put(fact.field(), values);
  }
}

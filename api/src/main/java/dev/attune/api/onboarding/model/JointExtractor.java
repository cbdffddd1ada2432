package dev.attune.api.onboarding.model;

import dev.attune.api.onboarding.model.Agreement.Agreed;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.Extractor;
import dev.attune.engine.profile.Turn;
import java.util.List;
import java.util.Set;

/**
 * Both readings of a turn as one, as the conversation believes them: what is disputed is offered
 * and not asserted. Waits for the model, so never on an event loop.
 */
public final class JointExtractor implements Extractor {
  private final Extractor embedded;
  private final Extractor model;
  private final Agreement agreement;

  public JointExtractor(Extractor embedded, Extractor model, Agreement agreement) {
    this.embedded = embedded;
    this.model = model;
    this.agreement = agreement;
  }

  @Override
  public Extraction extract(Turn turn, ConversationState state, Set<String> asked) {
    Extraction words = embedded.extract(turn, state, asked);
    Agreed agreed = agreement.agree(turn, words, model.extract(turn, state, asked));
    Extraction both = agreed.extraction();
    List<CandidateFact> undisputed =
        both.facts().stream().filter(fact -> !agreed.disputed().contains(fact.field())).toList();
    return new Extraction(undisputed, both.retractions(), both.declined(), both.alternatives());
  }
}

package dev.attune.api.onboarding;

import dev.attune.api.onboarding.model.Rephraser;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Says a sentence: word by word in a model's wording where that is wanted and goes well, as it is
 * otherwise. The sentence is decided before; no wording changes anything.
 */
final class Wording {
  private static final int LONGEST = 600;
  private static final int SECONDS = 3;

  private final Talk talk;
  private final Relay relay;

  Wording(Talk talk, Relay relay) {
    this.talk = talk;
    this.relay = relay;
  }

  /** What was said in the end. */
  CompletionStage<String> word(String session, String sentence, boolean withModel) {
    Talk.Model model = talk.model();
    if (model == null || !withModel || !relay.streams()) return plain(sentence);
    StringBuffer said = new StringBuffer();
    Rephraser.Wording wording =
        model.rephraser().start(session, sentence, piece -> tell(said, piece));
    relay.onGone(wording.cancel());
    return wording
        .complete()
        .toCompletableFuture()
        .copy()
        .completeOnTimeout(false, SECONDS, TimeUnit.SECONDS)
        .thenCompose(
            complete -> {
              if (complete && said.length() <= LONGEST) {
                return CompletableFuture.completedFuture(said.toString().strip());
              }
              wording.cancel().run();
              return plain(sentence);
            });
  }

  private void tell(StringBuffer said, String piece) {
    said.append(piece);
    if (said.length() <= LONGEST) relay.tell("token", new JsonObject().put("text", piece));
  }

  /** A sentence after broken words replaces them. */
  private CompletionStage<String> plain(String sentence) {
    relay.tell("token", new JsonObject().put("text", sentence).put("replace", true));
    return CompletableFuture.completedFuture(sentence);
  }
}

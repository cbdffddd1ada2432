package dev.attune.api.onboarding.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniLmTest {
  private static final String SENTENCE = "We plan shifts for forty nurses.";

  @Test
  void on_one_thread_a_sentence_means_what_it_means_on_many(@TempDir Path folder) {
    SentenceEncoder encoder = MiniLm.load(folder).orElseThrow();

    assertThat(encoder.encode(SENTENCE))
        .containsExactly(
            new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run)
                .embed(SENTENCE)
                .content()
                .vector());
  }

  @Test
  void nobody_is_told_over_the_network_that_it_runs(@TempDir Path folder) {
    MiniLm.load(folder);

    assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
  }
}

package dev.attune.api.onboarding.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packaged sentence encoder: needs native libraries and a folder it may write to. */
final class MiniLm {
  private static final Logger LOG = LoggerFactory.getLogger(MiniLm.class);
  static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";

  private MiniLm() {}

  /**
   * Loads it; takes about a second.
   *
   * @param folder where native libraries may be unpacked
   * @return empty where the machine cannot run it
   */
  static Optional<SentenceEncoder> load(Path folder) {
    try {
      Files.createDirectories(folder);
      unpackInto(folder);
      callNobody();
      EmbeddingModel model = new OneThreadEncoder();
      model.embed("warm up");
      return Optional.of(sentence -> model.embed(sentence).content().vector());
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.warn(
          "the sentence encoder cannot run here, reading with word lists only: {}", e.toString());
      return Optional.empty();
    }
  }

  /** The words the encoder knows whole; needs no native library. */
  static Set<String> wholeWords() {
    try (InputStream tokenizer = packaged(VOCABULARY)) {
      Set<String> words = new HashSet<>();
      JsonNode vocabulary = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
      vocabulary.fieldNames().forEachRemaining(words::add);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream packaged(String name) throws IOException {
    InputStream found = AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream(name);
    if (found == null) throw new FileNotFoundException(name);
    return found;
  }

  /** The tokenizer's library would tell its makers, over the network, that it runs. */
  private static void callNobody() {
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  /** The native loaders read these once; an operator's own setting stands. */
  private static void unpackInto(Path folder) {
    for (String setting : new String[] {"DJL_CACHE_DIR", "ENGINE_CACHE_DIR"}) {
      if (System.getProperty(setting) == null && System.getenv(setting) == null) {
        System.setProperty(setting, folder.toAbsolutePath().toString());
      }
    }
  }
}

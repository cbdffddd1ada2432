package dev.attune.api.onboarding.extract;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;

/**
 * The packaged model on the thread that asks. As it comes it takes a thread for each processor, and
 * these spin while they wait for each other: twice the processor time for a sentence, taken from
 * the threads that decide. Alone in knowing the native library, so that its absence is met here.
 */
final class OneThreadEncoder extends AbstractInProcessEmbeddingModel {
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";

  private final OnnxBertBiEncoder encoder;

  /**
   * Loads it.
   *
   * @throws IllegalStateException when the native library refuses the model
   */
  OneThreadEncoder() throws IOException {
    super(Runnable::run);
    try (SessionOptions options = new SessionOptions();
        InputStream model = MiniLm.packaged(MODEL);
        InputStream tokenizer = MiniLm.packaged(MiniLm.VOCABULARY)) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession session = environment.createSession(model.readAllBytes(), options);
      encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
    } catch (OrtException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }
}

package dev.attune.engine.rule.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The process that builds untrusted rules: a request from its input, an outcome, the next request,
 * until nobody has another one.
 */
public final class BuildProcess {
  /** Says that there is time to get warm before a request comes. */
  static final String WARM = "warm";

  private static final int WARM_BUILDS = 3;

  private BuildProcess() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream answer = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    BufferedInputStream in = new BufferedInputStream(System.in);
    if (arguments.length > 0 && arguments[0].equals(WARM)) warmUp(in);
    serve(new DataInputStream(in), new DataOutputStream(new BufferedOutputStream(answer)));
    Runtime.getRuntime().halt(0);
  }

  private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      Wire.Request request;
      try {
        request = Wire.request(in);
      } catch (EOFException gone) {
        return;
      }
      Wire.write(
          new InProcessBuilder().build(request.sources(), request.key(), request.factClasses()),
          out);
    }
  }

  /** Builds rules of our own, until a request is there. */
  private static void warmUp(BufferedInputStream in) throws IOException {
    for (int i = 0; i < WARM_BUILDS && in.available() == 0; i++) {
      new InProcessBuilder().build(WarmUpRules.sources(), WarmUpRules.NAME + i, Map.of());
    }
  }
}

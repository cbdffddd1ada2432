package dev.attune.engine.rule.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** The process that builds untrusted rules: one request from its input, one outcome, the end. */
public final class BuildProcess {
  private BuildProcess() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream answer = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    Wire.Request request = Wire.request(new DataInputStream(new BufferedInputStream(System.in)));
    RuleBuilder.Outcome outcome =
        new InProcessBuilder().build(request.sources(), request.key(), request.factClasses());
    Wire.write(outcome, new DataOutputStream(new BufferedOutputStream(answer)));
    Runtime.getRuntime().halt(0);
  }
}

package dev.attune.api.cli;

import dev.attune.api.Server;
import dev.attune.api.StartFailure;
import dev.attune.api.config.ConfigReading;
import dev.attune.api.config.EffectiveConfig;
import dev.attune.api.config.ServerConfig;
import dev.attune.api.log.Logs;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune serve}: runs the server until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the server until it is told to stop (SIGTERM, Ctrl-C).",
      "Every setting of the README's table can be given by --set, in a YAML file or in the"
          + " environment."
    })
public final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--demo",
      description = "sample people and their events, the key \"demo\", loopback only")
  private boolean demo;

  @Option(
      names = "--check-config",
      description = "prints the settings in effect, or what is wrong with them, and ends")
  private boolean checkOnly;

  @Mixin private ConfigOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ConfigReading reading = options.read(demo);
    ServerConfig config = reading.config();
    if (config == null) {
      reading.errors().forEach(err::println);
      return 2;
    }
    if (checkOnly) {
      out.print(EffectiveConfig.print(config));
      out.flush();
      return 0;
    }
    Logs.configure(config.log());
    return serve(config, out, err);
  }

  private static int serve(ServerConfig config, PrintWriter out, PrintWriter err)
      throws InterruptedException {
    Clock clock = Clock.systemUTC();
    Server server;
    try (Ending ending = Ending.onSignal()) {
      server = Server.start(config, clock);
      ending.ends(server);
    } catch (StartFailure failure) {
      err.println(failure.getMessage());
      return 1;
    }
    Greeting.print(out, server, config);
    if (config.demo()) DemoData.load(server, config, clock, out, err);
    new CountDownLatch(1).await();
    return 0;
  }
}

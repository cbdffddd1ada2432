package dev.attune.api.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line; does nothing itself. */
@Command(
    name = "attune",
    description = {
      "Decides, for each person at each moment, what a product should show.",
      "",
      "Start with:  attune serve --demo"
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "attune 0.1.0",
    subcommands = {
      BenchCommand.class,
      ChatCommand.class,
      ExplainCommand.class,
      ExportCommand.class,
      ExtractCommand.class,
      HealthCommand.class,
      HelpCommand.class,
      ImportCommand.class,
      LintCommand.class,
      PublishCommand.class,
      ReleasesCommand.class,
      ReplayCommand.class,
      RollbackCommand.class,
      ServeCommand.class,
      TestCommand.class,
      TrainHeadsCommand.class,
      TypesCommand.class
    })
public final class AttuneCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs one command line and returns its exit code. */
  public static int run(String... arguments) {
    return new CommandLine(new AttuneCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .execute(arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}

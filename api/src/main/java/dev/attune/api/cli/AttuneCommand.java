package dev.attune.api.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
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
  /** Commands that run until a signal ends them. */
  private static final Set<Class<?>> ENDLESS = Set.of(ServeCommand.class, ChatCommand.class);

  @Spec private CommandSpec spec;

  /** Runs one command line and returns its exit code. */
  public static int run(String... arguments) {
    return new CommandLine(new AttuneCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionStrategy(AttuneCommand::execute)
        .execute(arguments);
  }

  private static int execute(ParseResult parsed) {
    List<CommandLine> named = parsed.asCommandLineList();
    Object last = named.get(named.size() - 1).getCommand();
    if (ENDLESS.contains(last.getClass())) return new RunLast().execute(parsed);
    try (Unfinished unfinished = new Unfinished()) {
      return new RunLast().execute(parsed);
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}

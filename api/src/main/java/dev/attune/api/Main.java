package dev.attune.api;

import dev.attune.api.cli.AttuneCommand;
import java.util.Locale;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Exits with 0 when all went well, 1 when it did not, 2 when the command line is wrong. */
  public static void main(String[] arguments) {
    // Drools writes Java with the letters of the default locale; in Turkish no compiler takes it.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(arguments));
  }

  /** Also what no command can go on after, such as a full heap, ends the program with a word. */
  private static int run(String... arguments) {
    try {
      return AttuneCommand.run(arguments);
    } catch (Error fatal) {
      fatal.printStackTrace();
      return 1;
    }
  }
}

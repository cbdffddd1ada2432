package dev.attune.api.cli;

import dev.attune.api.Server;
import dev.attune.api.config.ServerConfig;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;

/** What a server says in the terminal when it is ready. */
final class Greeting {
  private Greeting() {}

  static void print(PrintWriter out, Server server, ServerConfig config) {
    double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    out.printf("Attune is ready at %s (%.1f s)%n", server.address(), seconds);
    if (config.demo()) out.println("The key is \"demo\"; this server listens on loopback only.");
    if (!server.madeKeys().isEmpty()) {
      out.println("These keys were made now and are shown only this once:");
      server.madeKeys().forEach(key -> out.println("  " + key));
    }
    if (!server.diagnostics().isEmpty()) {
      out.println("The rules folder is broken; an earlier state of it is live:");
      server.diagnostics().forEach(each -> out.println("  " + each));
    }
    out.flush();
  }

  /** A request a newcomer can paste. */
  static void example(PrintWriter out, Server server, String person, String placement) {
    out.printf(
        "Try:%n"
            + "  curl -s %s/v1/decisions -H 'Authorization: Bearer demo' \\%n"
            + "    -d '{\"userId\": \"%s\", \"placements\": [{\"id\": \"%s\"}]}'%n",
        server.address(), person, placement);
    out.flush();
  }
}

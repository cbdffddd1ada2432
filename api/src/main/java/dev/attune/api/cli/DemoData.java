package dev.attune.api.cli;

import dev.attune.api.Server;
import dev.attune.api.config.ServerConfig;
import dev.attune.api.demo.DemoLoad;
import dev.attune.api.demo.DemoPeople;
import dev.attune.api.demo.DemoPerson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Brings the sample's people into a data folder, once. */
final class DemoData {
  private static final String KEY = "demo";
  private static final String PLACEMENT = "home.grid";

  private DemoData() {}

  /** Says how it went; without its people the demo still serves. */
  static void load(
      Server server, ServerConfig config, InstantSource clock, PrintWriter out, PrintWriter err)
      throws InterruptedException {
    Path marker = config.data().resolve("demo-people");
    List<DemoPerson> people = DemoPeople.at(clock.instant());
    try {
      if (!Files.exists(marker)) {
        int count = new DemoLoad(server.address(), KEY).send(people, clock.instant());
        Files.writeString(marker, count + "\n");
        out.printf("%d sample people and weeks of their events are loaded.%n", count);
      }
      Greeting.example(out, server, people.get(0).id(), PLACEMENT);
    } catch (IOException notLoaded) {
      err.println("the sample people could not be loaded: " + notLoaded.getMessage());
      err.flush();
    }
  }
}

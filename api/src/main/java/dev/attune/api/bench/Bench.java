package dev.attune.api.bench;

import dev.attune.api.bench.Load.Window;
import dev.attune.api.demo.TrackingClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Measures server after server, one for each number of rules, and tells what it is doing. */
public final class Bench {

  private final BenchPlan plan;
  private final InstantSource clock;
  private final PrintWriter progress;

  public Bench(BenchPlan plan, InstantSource clock, PrintWriter progress) {
    this.plan = plan;
    this.clock = clock;
    this.progress = progress;
  }

  /** The report. Works in {@code folder}, which it fills and leaves. */
  public String run(Path folder) throws IOException, InterruptedException {
    Report report = new Report();
    for (int rules : plan.rules()) {
      report.add(rules, measure(rules, Files.createDirectories(folder.resolve(rules + "-rules"))));
    }
    return report.toString();
  }

  private List<Measurement> measure(int rules, Path folder)
      throws IOException, InterruptedException {
    tell(rules + " rules: writing them, starting a server");
    BenchRules.write(folder.resolve("rules"), rules);
    try (ServerProcess server =
        ServerProcess.start(
            folder.resolve("rules"), folder.resolve("data"), folder.resolve("server.log"))) {
      tell(rules + " rules: bringing in " + plan.people() + " people");
      new BenchPeople(plan.people(), clock.instant())
          .load(new TrackingClient(server.server(), BenchServer.KEY));
      return measure(rules, server);
    }
  }

  private List<Measurement> measure(int rules, ServerProcess server) throws IOException {
    List<Subject> subjects = subjects(server);
    tell(rules + " rules: warming up");
    for (Subject subject : subjects) {
      try (Load load = new Load(subject.server(), plan.connections(), subject.requests())) {
        load.settle(plan.window());
      }
    }
    List<List<Measurement>> rounds = new ArrayList<>();
    for (int round = 1; round <= plan.rounds(); round++) {
      tell(rules + " rules: round " + round + " of " + plan.rounds());
      for (int i = 0; i < subjects.size(); i++) {
        if (round == 1) rounds.add(new ArrayList<>());
        rounds.get(i).add(window(subjects.get(i), server, plan.window()));
      }
    }
    return rounds.stream().map(Measurement::median).toList();
  }

  private List<Subject> subjects(ServerProcess server) {
    return List.of(
        Subject.bare(server.probe()),
        Subject.read(server.probe(), plan.people()),
        Subject.decide(server.server(), BenchServer.KEY, plan.people(), true, false),
        Subject.decide(server.server(), BenchServer.KEY, plan.people(), false, false),
        Subject.decide(server.server(), BenchServer.KEY, plan.people(), false, true));
  }

  private Measurement window(Subject subject, ServerProcess server, Duration length)
      throws IOException {
    try (Load load = new Load(subject.server(), plan.connections(), subject.requests())) {
      Duration before = server.cpu();
      Window window = load.run(length);
      return new Measurement(subject.name(), window, server.cpu().minus(before));
    }
  }

  private void tell(String what) {
    progress.println(what);
    progress.flush();
  }
}

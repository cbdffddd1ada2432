package dev.attune.api.http;

import dev.attune.api.replay.ServerReplay;
import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.publish.live.PublishService;
import dev.attune.engine.publish.replay.ReplayReport;
import dev.attune.engine.rule.evaluate.Release;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Checks a draft and runs recent decisions on it; refuses by itself where that cannot be. */
public final class DraftReplay {
  private final PublishService publishing;
  private final ServerReplay replay;

  public DraftReplay(PublishService publishing, ServerReplay replay) {
    this.publishing = publishing;
    this.replay = replay;
  }

  /** Goes on with the report. */
  void run(Exchange exchange, Draft draft, ReplayWish wish, Consumer<ReplayReport> next) {
    exchange.when(
        publishing.check(draft.files()),
        result -> {
          if (result instanceof Passed passed)
            replay(exchange, passed.draft().release(), wish, next);
          else PublishAnswers.reject(exchange, result.diagnostics());
        });
  }

  private void replay(
      Exchange exchange, Release draft, ReplayWish wish, Consumer<ReplayReport> next) {
    Optional<CompletionStage<ReplayReport>> report = replay.start(draft, wish.last(), wish.most());
    if (report.isPresent()) exchange.when(report.get(), next);
    else exchange.refuse(Problem.conflict("Another replay is running. Try again when it is done."));
  }
}

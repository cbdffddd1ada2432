package dev.attune.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.attune.api.ConfiguredModel;
import dev.attune.api.Conversations;
import dev.attune.api.config.ConfigReading;
import dev.attune.api.config.ServerConfig;
import dev.attune.api.log.Logs;
import dev.attune.api.onboarding.ChatTerminal;
import dev.attune.api.onboarding.LocalConversations;
import dev.attune.api.onboarding.Opening;
import dev.attune.api.onboarding.model.CallListener;
import dev.attune.api.onboarding.model.LocalBudget;
import dev.attune.api.onboarding.model.ModelProfile;
import dev.attune.api.onboarding.prompt.ActivePrompts;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune chat}: the onboarding conversation in a terminal; nothing of it is kept. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = "Talks as the onboarding conversation does; nothing of it is kept.")
public final class ChatCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      paramLabel = "PROFILE",
      description = "lets this model of the settings read along")
  private @Nullable String model;

  @Mixin private ConfigOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ConfigReading settings = options.read(false);
    ServerConfig config = settings.config();
    if (config == null) {
      settings.errors().forEach(err::println);
      return 2;
    }
    Logs.configure(config.log());
    Optional<ModelProfile> profile = ConfiguredModel.profile(config, model);
    if (model != null && profile.isEmpty()) {
      err.println("the settings have no model \"" + model + "\"");
      return 2;
    }
    for (Path folder : List.of(config.rules(), config.prompts())) {
      if (Files.isDirectory(folder)) continue;
      err.println("there is no folder " + folder);
      return 2;
    }
    Reading rules = ContentReader.read(config.rules());
    Conversations.Loaded loaded = Conversations.load(config);
    ActivePrompts prompts = loaded.prompts();
    if (!(rules instanceof Reading.Read read) || prompts == null) {
      rules.diagnostics().forEach(err::println);
      loaded.diagnostics().forEach(err::println);
      return 1;
    }
    try (Conversations conversations =
        Conversations.start(
            loaded.extractor(),
            prompts,
            config,
            profile,
            ground(config, read.content().vocabulary()))) {
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      Opening opening = new Opening(PersonId.anonymous("terminal"), profile.isPresent(), List.of());
      new ChatTerminal(conversations.service(), in, out).talk(opening);
    }
    return 0;
  }

  private static Conversations.Ground ground(ServerConfig config, Vocabulary vocabulary) {
    return new Conversations.Ground(
        new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.PERSONALISATION),
        new LocalConversations(),
        new LocalBudget(ConfiguredModel.budget(config.conversation())),
        () -> vocabulary,
        known -> Set.of(),
        request -> CompletableFuture.failedStage(new IllegalStateException("nothing is shown")),
        CallListener.NONE,
        Runnable::run,
        Clock.systemUTC());
  }
}

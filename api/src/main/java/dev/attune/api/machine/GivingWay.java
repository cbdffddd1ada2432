package dev.attune.api.machine;

import dev.attune.api.machine.SystemThread.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets work that can wait make room for decisions at once, instead of at the end of its time slice
 * of some milliseconds: threads of certain names, and certain processes this one has started run on
 * what the others leave. So does the JVM's thorough compiler, and with less patience while none of
 * these works: then it is what decisions need to get quick. None of them starves ({@link
 * Patience}). Only Linux can do it; elsewhere nothing changes.
 */
public final class GivingWay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GivingWay.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  /** How the name of the JVM's thorough compiler begins; the quick one is seldom long at work. */
  private static final String COMPILER = "C2 Compiler";

  /** Threads come and go seldom. */
  private static final int LOOKS_UNTIL_SEARCH = 8;

  /** In hundredths of a second. A thread may hold up others of its process. */
  private static final int PATIENCE_OF_THREADS = 100;

  /** A process holds up nobody, and its work is done or late within seconds. */
  private static final int PATIENCE_OF_PROCESSES = 400;

  /** While only decisions are made, they are what it compiles. */
  private static final int PATIENCE_OF_COMPILER_ALONE = 25;

  /** So long after others have worked the compiler may be busy with their code: ten seconds. */
  private static final int LOOKS_UNTIL_ALONE = 40;

  private final Scheduler scheduler;
  private final Set<String> names;
  private final Predicate<ProcessHandle> processes;
  private final Map<SystemThread, Patience> giving = new HashMap<>();
  private final Map<SystemThread, Patience> compilers = new HashMap<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(GivingWay::thread);
  private int looks;
  private int looksAlone = LOOKS_UNTIL_ALONE;

  GivingWay(Scheduler scheduler, Set<String> names, Predicate<ProcessHandle> processes) {
    this.scheduler = scheduler;
    this.names = names;
    this.processes = processes;
  }

  /**
   * Begins looking, four times a second.
   *
   * @param names how names of threads of this process begin, within their first 15 characters
   * @param processes of those this process has started: all threads of theirs
   * @return empty where the system offers no such thing
   */
  public static Optional<GivingWay> start(Set<String> names, Predicate<ProcessHandle> processes) {
    Optional<GivingWay> giving =
        Scheduler.ofSystem().map(scheduler -> new GivingWay(scheduler, names, processes));
    giving.ifPresent(GivingWay::begin);
    return giving;
  }

  private void begin() {
    looking.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What happens four times a second. */
  void look() {
    try {
      if (looks++ % LOOKS_UNTIL_SEARCH == 0) search();
      lookAt(giving);
      looksAlone = giving.values().stream().anyMatch(Patience::hasWorked) ? 0 : looksAlone + 1;
      int mostMissed = isAlone() ? PATIENCE_OF_COMPILER_ALONE : PATIENCE_OF_THREADS;
      compilers.values().forEach(each -> each.mayMiss(mostMissed));
      lookAt(compilers);
    } catch (RuntimeException broken) {
      LOG.error("threads that can wait are not looked after any more", broken);
      throw broken;
    }
  }

  private void search() {
    for (SystemThread own : SystemThread.of(ProcessHandle.current().pid())) {
      own.state().ifPresent(state -> sort(own, state));
    }
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      children
          .filter(processes)
          .flatMap(child -> SystemThread.of(child.pid()).stream())
          .forEach(thread -> add(thread, PATIENCE_OF_PROCESSES, giving));
    }
  }

  /** A thread begins with the policy of the one that started it, which may not suit it. */
  private void sort(SystemThread own, State state) {
    if (state.name().startsWith(COMPILER)) add(own, PATIENCE_OF_THREADS, compilers);
    else if (names.stream().anyMatch(state.name()::startsWith))
      add(own, PATIENCE_OF_THREADS, giving);
    else if (state.policy() == Policy.LEFTOVER) scheduler.set(own, Policy.FAIR);
  }

  private static void add(SystemThread thread, int mostMissed, Map<SystemThread, Patience> among) {
    among.computeIfAbsent(thread, newcomer -> new Patience(mostMissed));
  }

  private void lookAt(Map<SystemThread, Patience> some) {
    some.entrySet().removeIf(each -> !looked(each.getKey(), each.getValue()));
  }

  /** False when it has ended. */
  private boolean looked(SystemThread thread, Patience patience) {
    State state = thread.state().orElse(null);
    if (state == null) return false;
    Policy wanted = patience.next(state);
    if (wanted != state.policy() && !scheduler.set(thread, wanted))
      LOG.debug("{} keeps its policy", state.name());
    return true;
  }

  private boolean isAlone() {
    return looksAlone > LOOKS_UNTIL_ALONE;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "giving-way");
    thread.setDaemon(true);
    return thread;
  }

  /** Stops looking, and gives everybody their fair share back: nobody sees to it any more. */
  @Override
  public void close() {
    looking.execute(
        () ->
            Stream.of(giving, compilers)
                .flatMap(each -> each.keySet().stream())
                .forEach(each -> scheduler.set(each, Policy.FAIR)));
    looking.shutdown();
    try {
      if (!looking.awaitTermination(1, TimeUnit.SECONDS)) LOG.debug("some still give way");
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}

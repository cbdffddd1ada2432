package dev.attune.api.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thread, as Linux tells of it in {@code /proc} (<a
 * href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>).
 *
 * @param id what the system knows it by
 */
record SystemThread(int id, Path folder) {
  private static final int CPU_IN_THREAD = 11;
  private static final int CPU_IN_SYSTEM = 12;
  private static final int POLICY = 38;

  /**
   * How it stands at a moment.
   *
   * @param name its first 15 characters
   * @param ready it runs or could
   * @param cpu hundredths of a second it has run
   */
  record State(String name, boolean ready, long cpu, Policy policy) {}

  /** All threads of a process, none when it has ended or the system does not tell. */
  static List<SystemThread> of(long process) {
    Path folder = Path.of("/proc", Long.toString(process), "task");
    try (Stream<Path> threads = Files.list(folder)) {
      return threads.map(SystemThread::in).toList();
    } catch (IOException | UncheckedIOException ended) {
      return List.of();
    }
  }

  private static SystemThread in(Path folder) {
    return new SystemThread(Integer.parseInt(folder.getFileName().toString()), folder);
  }

  /** Empty when it has ended. */
  Optional<State> state() {
    try {
      return Optional.of(state(Files.readString(folder.resolve("stat"))));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /** A name may hold spaces and brackets, so what follows it is counted from its last bracket. */
  static State state(String stat) {
    int end = stat.lastIndexOf(')');
    String name = stat.substring(stat.indexOf('(') + 1, end);
    String[] fields = stat.substring(end + 2).split(" ");
    return new State(
        name,
        fields[0].equals("R"),
        Long.parseLong(fields[CPU_IN_THREAD]) + Long.parseLong(fields[CPU_IN_SYSTEM]),
        Policy.of(Integer.parseInt(fields[POLICY])));
  }
}

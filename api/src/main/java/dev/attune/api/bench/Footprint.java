package dev.attune.api.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/**
 * What a process holds after its garbage was collected.
 *
 * @param heap in bytes
 * @param metaspace in bytes
 * @param classes loaded now
 * @param threads alive now
 */
record Footprint(long heap, long metaspace, int classes, int threads) {

  /** Of this process; collects its garbage, twice, so that what the first frees goes as well. */
  static Footprint here() {
    System.gc();
    System.gc();
    long metaspace =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .mapToLong(Footprint::used)
            .sum();
    return new Footprint(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        metaspace,
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static long used(MemoryPoolMXBean pool) {
    return pool.getUsage().getUsed();
  }

  /** Reads what {@link #toString} wrote. */
  static Footprint read(String text) {
    String[] parts = text.split(" ");
    return new Footprint(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }

  @Override
  public String toString() {
    return heap + " " + metaspace + " " + classes + " " + threads;
  }
}

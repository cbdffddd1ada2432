package dev.attune.api.config;

/** How the server tells what it does. Logs hold decision ids, never fact values or person ids. */
public record LogConfig(
    @Setting(
            flag = "--log",
            defaultsTo = "auto",
            says = "`json` lines, `plain` lines, or `auto`: plain in a terminal")
        Format format,
    @Setting(defaultsTo = "info", says = "`error`, `warn`, `info` or `debug`") Level level) {
  /** The form of a line. */
  public enum Format {
    AUTO,
    JSON,
    PLAIN
  }

  /** How much is told. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }
}

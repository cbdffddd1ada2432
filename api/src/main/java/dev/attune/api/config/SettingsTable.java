package dev.attune.api.config;

import java.util.stream.Collectors;

/** The README's table of settings, generated from their declarations. */
public final class SettingsTable {
  private SettingsTable() {}

  /** Markdown, one row a setting. */
  public static String markdown() {
    String rows =
        DeclaredSetting.of(ServerConfig.class).stream()
            .map(SettingsTable::row)
            .collect(Collectors.joining());
    return "| setting (YAML, `--set`) | flag | environment | default | what it decides |\n"
        + "|---|---|---|---|---|\n"
        + rows;
  }

  private static String row(DeclaredSetting declared) {
    Setting setting = declared.setting();
    return "| `%s` | %s | `%s` | %s | %s |\n"
        .formatted(
            declared.key().replace("*", "NAME"),
            code(setting.flag()),
            declared.variable().replace("*", "NAME"),
            code(setting.defaultsTo()),
            setting.says());
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}

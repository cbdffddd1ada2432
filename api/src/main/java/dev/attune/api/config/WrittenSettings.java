package dev.attune.api.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what was written for a setting, the latest source first. */
final class WrittenSettings {
  /** A setting's text and the source it came from. */
  record Written(String text, String from) {}

  /** A name nobody declares. */
  record Unknown(String name, String from) implements Comparable<Unknown> {
    boolean isVariable() {
      return name.startsWith("ATTUNE_");
    }

    @Override
    public int compareTo(Unknown other) {
      return name.compareTo(other.name);
    }
  }

  /** Read by the launcher and by picocli, not by the server. */
  private static final Set<String> FOREIGN = Set.of("ATTUNE_CONFIG", "ATTUNE_JAVA_OPTIONS");

  private final List<DeclaredSetting> declared;
  private final ConfigSources sources;
  private final List<String> errors;

  WrittenSettings(List<DeclaredSetting> declared, ConfigSources sources, List<String> errors) {
    this.declared = declared;
    this.sources = sources;
    this.errors = errors;
  }

  @Nullable Written find(String key, Setting setting) {
    String flag = sources.flags().get(key);
    if (flag != null) return new Written(flag, "from the command line");
    String variable = DeclaredSetting.variable(key);
    String text = sources.environment().get(variable);
    if (text != null) return new Written(text, "from " + variable);
    String file = setting.secret() ? sources.environment().get(variable + "_FILE") : null;
    if (file != null) return secret(file, variable + "_FILE");
    String inFile = sources.file().get(key);
    return inFile == null ? null : new Written(inFile, "from the configuration file");
  }

  private Written secret(String file, String variable) {
    try {
      return new Written(Files.readString(Path.of(file)).strip(), "from " + variable);
    } catch (IOException unreadable) {
      errors.add(variable + " names a file that cannot be read: " + file);
      return new Written("", "from " + variable);
    }
  }

  /** The names of the profiles written under a key such as {@code models}. */
  Set<String> profiles(String key) {
    Set<String> names = new TreeSet<>();
    List<Map<String, String>> byKey = List.of(sources.file(), sources.flags());
    for (Map<String, String> source : byKey) {
      for (String written : source.keySet()) {
        String[] parts = written.split("\\.", -1);
        if (parts.length == 3 && parts[0].equals(key)) names.add(parts[1]);
      }
    }
    String start = DeclaredSetting.variable(key) + "_";
    for (String variable : sources.environment().keySet()) {
      for (String end : endings(key)) {
        if (variable.startsWith(start)
            && variable.endsWith(end)
            && variable.length() > start.length() + end.length()) {
          String name = variable.substring(start.length(), variable.length() - end.length());
          names.add(name.toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  /** {@code _API_KEY} and so on: how a profile's variables end. */
  private List<String> endings(String key) {
    return declared.stream()
        .filter(setting -> setting.key().startsWith(key + ".*."))
        .map(setting -> "_" + setting.variable().substring(setting.variable().indexOf('*') + 2))
        .toList();
  }

  List<Unknown> unknown() {
    List<Unknown> unknown = new ArrayList<>();
    for (String key : sources.file().keySet()) {
      if (!isDeclared(key)) unknown.add(new Unknown(key, "from the configuration file"));
    }
    for (String key : sources.flags().keySet()) {
      if (!isDeclared(key)) unknown.add(new Unknown(key, "from the command line"));
    }
    for (String variable : sources.environment().keySet()) {
      if (variable.startsWith("ATTUNE_")
          && !FOREIGN.contains(variable)
          && !isDeclaredVariable(variable)) {
        unknown.add(new Unknown(variable, "in the environment"));
      }
    }
    return unknown;
  }

  private boolean isDeclared(String key) {
    return declared.stream().anyMatch(setting -> setting.means(key));
  }

  private boolean isDeclaredVariable(String variable) {
    return declared.stream()
        .anyMatch(
            setting -> {
              String pattern = setting.variable().replace("*", ".+");
              return variable.matches(pattern)
                  || (setting.setting().secret() && variable.matches(pattern + "_FILE"));
            });
  }
}

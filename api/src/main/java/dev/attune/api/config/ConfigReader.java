package dev.attune.api.config;

import dev.attune.engine.text.Nearest;
import dev.attune.engine.vocabulary.Purpose;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the record tree out of the sources; gathers every error. */
public final class ConfigReader {
  private static final List<DeclaredSetting> DECLARED = DeclaredSetting.of(ServerConfig.class);

  private static final Pattern REDIS = Pattern.compile("rediss?(-sentinel|-socket)?://.+");
  private static final int SECRET = 32;

  /** Shorter keys can be tried one after the other. */
  private static final int KEY = 16;

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

  private final WrittenSettings written;
  private final List<String> errors = new ArrayList<>();

  private ConfigReader(ConfigSources sources) {
    this.written = new WrittenSettings(DECLARED, sources, errors);
  }

  /** Never throws. */
  public static ConfigReading read(ConfigSources sources) {
    ConfigReader reader = new ConfigReader(sources);
    ServerConfig config = reader.record("", ServerConfig.class);
    reader.refuseUnknown();
    if (config != null) reader.check(config);
    return reader.errors.isEmpty()
        ? new ConfigReading(config, List.of())
        : new ConfigReading(null, List.copyOf(reader.errors));
  }

  private <T> @Nullable T record(String prefix, Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    int before = errors.size();
    @Nullable Object[] values =
        Arrays.stream(components).map(component -> value(prefix, component)).toArray();
    return errors.size() > before ? null : Records.make(type, components, values);
  }

  private @Nullable Object value(String prefix, RecordComponent component) {
    String key = prefix + DeclaredSetting.hyphenated(component.getName());
    Setting setting = component.getAnnotation(Setting.class);
    if (setting != null) return setting(key, setting, component);
    if (component.getType() == Map.class) return profiles(key, DeclaredSetting.profile(component));
    return record(key + ".", component.getType());
  }

  private @Nullable Object setting(String key, Setting setting, RecordComponent component) {
    WrittenSettings.Written found = written.find(key, setting);
    if (found == null && setting.shipped()) return Installation.folder(setting.defaultsTo());
    String text = found == null ? setting.defaultsTo() : found.text();
    String from = found == null ? "" : " (" + found.from() + ")";
    if (text.isEmpty() && SettingValue.mayBeAbsent(component)) {
      return SettingValue.absent(component);
    }
    if (text.isEmpty()) {
      errors.add(key + " is needed and not given" + from + ": " + setting.says());
      return null;
    }
    SettingValue value = SettingValue.parse(text, component, setting);
    if (value.error() != null) errors.add(key + from + " " + value.error());
    return value.value();
  }

  private Map<String, Object> profiles(String key, Class<?> type) {
    Map<String, Object> profiles = new TreeMap<>();
    for (String name : written.profiles(key)) {
      Object profile = record(key + "." + name + ".", type);
      if (profile != null) profiles.put(name, profile);
    }
    return Map.copyOf(profiles);
  }

  private void refuseUnknown() {
    List<String> keys = DECLARED.stream().map(DeclaredSetting::key).toList();
    for (WrittenSettings.Unknown unknown : new TreeSet<>(written.unknown())) {
      errors.add(
          "unknown setting "
              + unknown.name()
              + " ("
              + unknown.from()
              + ")."
              + Nearest.maybe(unknown.name(), unknown.isVariable() ? variables() : keys));
    }
  }

  private static List<String> variables() {
    return DECLARED.stream().map(DeclaredSetting::variable).toList();
  }

  private void check(ServerConfig config) {
    String model = config.model();
    if (model != null && !config.models().containsKey(model)) {
      errors.add(
          "model names no profile under models: "
              + model
              + "."
              + Nearest.maybe(model, config.models().keySet()));
    }
    List<String> purposes = Arrays.stream(Purpose.values()).map(Purpose::wire).toList();
    for (String assumed : config.privacy().assumed()) {
      if (!purposes.contains(assumed)) {
        errors.add(
            "privacy.assumed names no purpose: "
                + assumed
                + "."
                + Nearest.maybe(assumed, purposes));
      }
    }
    String redis = config.redis().url();
    if (redis != null && !REDIS.matcher(redis).matches()) {
      errors.add(
          "redis.url must begin with redis:// or rediss://, for sentinels with redis-sentinel:// or"
              + " rediss-sentinel://");
    }
    refuseSharedKeys(config.keys());
    refuseShort("keys.person", config.keys().person(), SECRET);
    refuseShort("keys.token", config.keys().token(), SECRET);
    if (!LOOPBACK.contains(config.http().host())) {
      config.keys().server().forEach(key -> refuseShort("keys.server", key, KEY));
      config.keys().author().forEach(key -> refuseShort("keys.author", key, KEY));
    }
    if (config.demo() && !LOOPBACK.contains(config.http().host())) {
      errors.add(
          "demo listens on loopback only, because everybody knows its key; set http.host to 127.0.0.1");
    }
  }

  /** What can be guessed keeps nobody out who can reach the server. */
  private void refuseShort(String setting, @Nullable String secret, int least) {
    if (secret == null || secret.length() >= least) return;
    errors.add(
        setting
            + " must have at least "
            + least
            + " characters, made by chance: `openssl rand -hex "
            + least
            + "` prints some");
  }

  /** A key that stands twice would open more, or less, than its operator means. */
  private void refuseSharedKeys(KeysConfig keys) {
    Set<String> seen = new HashSet<>();
    Stream.of(keys.server(), keys.client(), keys.author())
        .flatMap(each -> each.stream().distinct())
        .filter(key -> !seen.add(key))
        .findFirst()
        .ifPresent(
            twice ->
                errors.add(
                    "the same key stands under two of keys.server, keys.client, keys.author"));
  }
}

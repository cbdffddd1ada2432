package dev.attune.api.config;

import dev.attune.engine.text.Nearest;
import java.lang.reflect.RecordComponent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting's text, read as its component's type.
 *
 * @param error the end of a sentence that begins with the setting's key; null when the text is good
 */
record SettingValue(@Nullable Object value, @Nullable String error) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

  static boolean mayBeAbsent(RecordComponent component) {
    return component.getType() == List.class
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  static @Nullable Object absent(RecordComponent component) {
    return component.getType() == List.class ? List.of() : null;
  }

  static SettingValue parse(String text, RecordComponent component, Setting setting) {
    Class<?> type = component.getType();
    if (type == String.class) return good(text);
    if (type == Path.class) return path(text);
    if (type == boolean.class) return flag(text);
    if (type == int.class) return number(text, setting, Integer.MAX_VALUE);
    if (type == long.class) return number(text, setting, Long.MAX_VALUE);
    if (type == Duration.class) return duration(text);
    if (type == List.class) return good(List.of(text.split("\\s*,\\s*", -1)));
    if (type.isEnum()) return constant(text, type);
    throw new IllegalStateException("no reader for settings of " + type);
  }

  private static SettingValue good(Object value) {
    return new SettingValue(value, null);
  }

  private static SettingValue bad(String error) {
    return new SettingValue(null, error);
  }

  private static SettingValue path(String text) {
    try {
      return good(Path.of(text));
    } catch (InvalidPathException invalid) {
      return bad("must be a path, not \"" + text + "\"");
    }
  }

  private static SettingValue flag(String text) {
    if (text.equals("true") || text.equals("false")) return good(Boolean.valueOf(text));
    return bad("must be true or false, not \"" + text + "\"");
  }

  private static SettingValue number(String text, Setting setting, long largest) {
    long most = Math.min(setting.atMost(), largest);
    try {
      long number = Long.parseLong(text);
      if (number >= setting.atLeast() && number <= most) {
        return largest == Integer.MAX_VALUE ? good((int) number) : good(number);
      }
    } catch (NumberFormatException ignored) {
      // told below, as for a number out of bounds
    }
    return bad(
        "must be a whole number from "
            + setting.atLeast()
            + " to "
            + most
            + ", not \""
            + text
            + "\"");
  }

  private static SettingValue duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return bad("must be a duration such as 50ms, 10s, 5m, 2h or 7d, not \"" + text + "\"");
    }
    long amount = Long.parseLong(matcher.group(1));
    return good(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  private static SettingValue constant(String text, Class<?> type) {
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    int index = names.indexOf(text.toLowerCase(Locale.ROOT));
    return index >= 0
        ? good(type.getEnumConstants()[index])
        : bad("must be one of " + names + ", not \"" + text + "\"." + Nearest.maybe(text, names));
  }
}

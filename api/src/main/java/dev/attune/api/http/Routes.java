package dev.attune.api.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation a method and a path name. Paths are taken literally: no doubled slashes, dot
 * segments or other spellings. Immutable.
 */
final class Routes {
  private final Map<String, Map<HttpMethod, Operation>> fixed = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();

  Routes(Set<Operation> served) {
    for (Operation operation : served) {
      for (String path : operation.paths()) {
        if (path.contains("{")) {
          templates.add(new Template(path.split("/", -1), operation));
        } else {
          add(path, operation);
          if (operation.isTracking()) add(path + "/", operation);
        }
      }
    }
  }

  private void add(String path, Operation operation) {
    fixed.computeIfAbsent(path, unseen -> new HashMap<>()).put(operation.method(), operation);
  }

  /**
   * Null when nothing is there, or not for this method. Whoever gets may ask for the head alone.
   */
  @Nullable Route find(HttpMethod asked, String path) {
    HttpMethod method = asked == HttpMethod.HEAD ? HttpMethod.GET : asked;
    Map<HttpMethod, Operation> here = fixed.get(path);
    if (here != null) {
      Operation operation = here.get(method);
      return operation == null ? null : new Route(operation, Map.of());
    }
    String[] parts = path.split("/", -1);
    for (Template template : templates) {
      if (!template.operation.method().equals(method)) continue;
      Map<String, String> parameters = template.match(parts);
      if (parameters != null) return new Route(template.operation, parameters);
    }
    return null;
  }

  /** The methods something answers to at a path, for {@code Allow}; empty: nothing is there. */
  String allowed(String path) {
    Set<String> methods = new TreeSet<>();
    Map<HttpMethod, Operation> here = fixed.getOrDefault(path, Map.of());
    here.keySet().forEach(method -> methods.add(method.name()));
    String[] parts = path.split("/", -1);
    for (Template template : templates) {
      if (here.isEmpty() && template.match(parts) != null) {
        methods.add(template.operation.method().name());
      }
    }
    if (methods.contains(HttpMethod.GET.name())) methods.add(HttpMethod.HEAD.name());
    return methods.stream().collect(Collectors.joining(", "));
  }

  private record Template(String[] parts, Operation operation) {
    @Nullable Map<String, String> match(String[] given) {
      if (given.length != parts.length) return null;
      Map<String, String> parameters = new LinkedHashMap<>();
      for (int i = 0; i < parts.length; i++) {
        if (!parts[i].startsWith("{")) {
          if (!parts[i].equals(given[i])) return null;
        } else {
          String value = PercentDecoded.of(given[i]);
          if (value == null || value.isEmpty()) return null;
          parameters.put(parts[i].substring(1, parts[i].length() - 1), value);
        }
      }
      return parameters;
    }
  }
}

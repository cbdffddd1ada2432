package dev.attune.engine.text;

import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.text.YamlTree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one key of a mapping, to be typed: a wrong value is gathered as a mistake at its
 * place and reads as if there were none, so that reading goes on.
 *
 * @param tree null when the key is not there
 */
record KeyValue(String key, @Nullable YamlTree tree, Diagnostics diagnostics) {

  /** A single value of some written form; {@code wanted} says which. */
  <T> @Nullable T read(String wanted, Function<String, Optional<T>> reader) {
    if (tree == null) return null;
    Optional<T> read =
        tree instanceof Scalar scalar && !scalar.isNothing()
            ? reader.apply(scalar.text())
            : Optional.empty();
    if (read.isEmpty()) {
      String found = tree instanceof Scalar scalar ? ", not \"" + scalar.text() + "\"" : "";
      wrongType(tree, wanted + found);
    }
    return read.orElse(null);
  }

  @Nullable Integer whole(int least, int most) {
    Double number =
        read(
            "a whole number from " + least + " to " + most,
            text -> Written.number(text, least, most).filter(each -> each % 1 == 0));
    return number == null ? null : number.intValue();
  }

  @Nullable Double number(double least, double most) {
    String wanted = "a number from " + Written.shown(least) + " to " + Written.shown(most);
    return read(wanted, text -> Written.number(text, least, most));
  }

  <E extends Enum<E>> @Nullable E oneOf(Class<E> type) {
    String written = read("text", Optional::of);
    return written == null || tree == null ? null : constant(written, type, tree.place());
  }

  <E extends Enum<E>> Set<E> someOf(Class<E> type) {
    Set<E> constants = new LinkedHashSet<>();
    for (Scalar name : names()) {
      E constant = constant(name.text(), type, name.place());
      if (constant != null) constants.add(constant);
    }
    return constants;
  }

  private <E extends Enum<E>> @Nullable E constant(String written, Class<E> type, Place place) {
    Optional<E> constant = Written.constant(written, type);
    if (constant.isEmpty()) {
      String message = "\"" + written + "\" is not known here." + Written.instead(written, type);
      diagnostics.error(place, "unknown-value", message);
    }
    return constant.orElse(null);
  }

  /** A list of names, or one name for a list of one. */
  List<Scalar> names() {
    List<Scalar> names = new ArrayList<>();
    for (YamlTree item : items()) {
      if (item instanceof Scalar scalar && !scalar.isNothing()) names.add(scalar);
      else wrongType(item, "a list of names");
    }
    return names;
  }

  /** A list of mappings, or one mapping for a list of one. */
  List<Mapping> mappings() {
    List<Mapping> mappings = new ArrayList<>();
    for (YamlTree item : items()) {
      if (item instanceof Mapping mapping) mappings.add(mapping);
      else wrongType(item, "a list of mappings");
    }
    return mappings;
  }

  private List<YamlTree> items() {
    if (tree == null) return List.of();
    return tree instanceof Sequence sequence ? sequence.items() : List.of(tree);
  }

  /** Plain data of any shape. */
  Map<String, Object> content() {
    if (tree == null) return Map.of();
    if (tree instanceof Mapping content) return PlainContent.of(content, diagnostics);
    wrongType(tree, "a mapping of names");
    return Map.of();
  }

  private void wrongType(YamlTree found, String wanted) {
    diagnostics.error(found.place(), "wrong-type", "\"" + key + "\" is to be " + wanted);
  }
}

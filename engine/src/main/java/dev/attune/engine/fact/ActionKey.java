package dev.attune.engine.fact;

import org.jspecify.annotations.Nullable;

/**
 * What tells apart what one person is shown: an action's id, and for an action that stands for each
 * item by itself the item behind it, e.g. {@code call-new-lead lead/l-1}. Encounters, reservations,
 * layouts and records are kept by it; for all other actions it is the id and nothing more. Action
 * ids hold no space, so that both parts can be read back.
 */
public final class ActionKey {
  private static final char BEFORE_ITEM = ' ';

  private ActionKey() {}

  /**
   * @param item {@code kind/id}; null for an action that is the same about whatever item
   */
  public static String of(String action, @Nullable String item) {
    return item == null ? action : action + BEFORE_ITEM + item;
  }

  /** How an item is named, {@code kind/id}. */
  public static String item(Item item) {
    return item.kind() + '/' + item.id();
  }

  /** The action of a key. */
  public static String action(String key) {
    int end = key.indexOf(BEFORE_ITEM);
    return end < 0 ? key : key.substring(0, end);
  }

  /** The item of a key; null when it names an action alone. */
  public static @Nullable String item(String key) {
    int end = key.indexOf(BEFORE_ITEM);
    return end < 0 ? null : key.substring(end + 1);
  }
}

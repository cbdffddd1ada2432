package dev.attune.engine.publish.live;

import dev.attune.engine.publish.Publication;
import dev.attune.engine.text.Diagnostic;
import java.util.List;

/**
 * The current release is not live on this node, which keeps the one before.
 *
 * @param reasons why it cannot be
 */
public record Behind(Publication current, List<Diagnostic> reasons) {}

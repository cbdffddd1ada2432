package dev.attune.api.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.Origin;
import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.ReleaseArchive;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** How releases and drafts stand in Redis: what is told of them as JSON, their files as a zip. */
final class PublicationForm {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PublicationForm() {}

  static byte[] write(Submission submission, Instant at) {
    ObjectNode told =
        JSON.createObjectNode()
            .put("hash", submission.files().hash())
            .put("base", submission.base())
            .put("origin", submission.origin().name())
            .put("author", submission.author())
            .put("message", submission.message())
            .put("at", at.toEpochMilli());
    return bytes(told);
  }

  static Publication read(long number, byte[] told) {
    JsonNode node = tree(told);
    return new Publication(
        number,
        node.path("hash").asText(),
        node.path("base").asLong(),
        Origin.valueOf(node.path("origin").asText()),
        node.path("author").asText(),
        node.path("message").asText(),
        Instant.ofEpochMilli(node.path("at").asLong()));
  }

  static byte[] write(Draft draft) {
    ObjectNode told =
        JSON.createObjectNode()
            .put("revision", draft.revision())
            .put("base", draft.base())
            .put("author", draft.author())
            .put("changedAt", draft.changedAt().toEpochMilli())
            .put("shadow", draft.shadow());
    return bytes(told);
  }

  static Draft read(String id, byte[] told, ReleaseFiles files) {
    JsonNode node = tree(told);
    return new Draft(
        id,
        node.path("revision").asLong(),
        node.path("base").asLong(),
        node.path("author").asText(),
        Instant.ofEpochMilli(node.path("changedAt").asLong()),
        node.path("shadow").asDouble(),
        files);
  }

  /** Files that were written by {@link ReleaseArchive#of}. */
  static ReleaseFiles files(byte[] archive) {
    return ReleaseArchive.kept(archive);
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonNode tree(byte[] told) {
    try {
      return JSON.readTree(told);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}

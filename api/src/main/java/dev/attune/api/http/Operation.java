package dev.attune.api.http;

import static dev.attune.api.http.Lane.ADMIN;
import static dev.attune.api.http.Lane.CHAT;
import static dev.attune.api.http.Lane.INGEST;
import static dev.attune.api.http.Lane.VITAL;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.http.HttpMethod;
import java.util.List;

/**
 * Everything a caller can ask of this server; there is no route that is not here. Who may call
 * which stands in {@code access.csv}.
 */
public enum Operation {
  DECIDE(POST, Lane.DECIDE, Size.KIB_64, "/v1/decisions"),
  EXPORT_DECISIONS(GET, ADMIN, Size.NONE, "/v1/decisions"),
  READ_DECISION(GET, ADMIN, Size.NONE, "/v1/decisions/{id}"),
  EXPLAIN_DECISION(GET, ADMIN, Size.NONE, "/v1/decisions/{id}/why"),
  READ_RULE_HEALTH(GET, ADMIN, Size.NONE, "/v1/health/rules"),
  REPORT_EXPOSURE(POST, INGEST, Size.KIB_16, "/v1/exposures"),
  REPORT_OUTCOME(POST, INGEST, Size.KIB_16, "/v1/outcomes"),

  SEND_EVENTS(
      POST,
      INGEST,
      Size.KIB_512,
      "/v1/identify",
      "/v1/track",
      "/v1/page",
      "/v1/screen",
      "/v1/group",
      "/v1/alias",
      "/v1/batch",
      "/v1/import",
      "/v1/i",
      "/v1/t",
      "/v1/p",
      "/v1/s",
      "/v1/g",
      "/v1/a",
      "/v1/b"),
  SEND_CLOUD_EVENTS(POST, INGEST, Size.KIB_512, "/v1/events"),
  READ_SDK_SETTINGS(GET, INGEST, Size.NONE, "/v1/projects/{key}/settings"),
  LIST_UNDECLARED(GET, ADMIN, Size.NONE, "/v1/undeclared"),

  MINT_ANONYMOUS(POST, Lane.DECIDE, Size.KIB_16, "/v1/anonymous"),
  READ_PERSON(GET, ADMIN, Size.NONE, "/v1/people/{id}"),
  CORRECT_PROFILE(PATCH, ADMIN, Size.KIB_64, "/v1/people/{id}/profile"),
  SET_CONSENT(PUT, ADMIN, Size.KIB_16, "/v1/people/{id}/consent"),
  ARRANGE_PLACEMENT(PUT, ADMIN, Size.KIB_16, "/v1/people/{id}/placements/{placement}"),
  EXPORT_PERSON(GET, ADMIN, Size.NONE, "/v1/people/{id}/export"),
  ERASE_PERSON(DELETE, ADMIN, Size.NONE, "/v1/people/{id}"),
  LIST_DECISIONS(GET, ADMIN, Size.NONE, "/v1/people/{id}/decisions"),

  START_ONBOARDING(POST, CHAT, Size.KIB_16, "/v1/onboarding"),
  TAKE_TURN(POST, CHAT, Size.KIB_16, "/v1/onboarding/{session}/turns"),
  READ_ONBOARDING(GET, CHAT, Size.NONE, "/v1/onboarding/{session}"),
  SHOW_ONBOARDING(GET, CHAT, Size.NONE, "/onboarding"),
  SHOW_ONBOARDING_FORM(GET, CHAT, Size.NONE, "/onboarding/form"),
  SEND_ONBOARDING_FORM(POST, CHAT, Size.KIB_16, "/onboarding/form"),
  READ_ONBOARDING_FILE(GET, VITAL, Size.NONE, "/onboarding/{file}"),

  READ_CURRENT_RELEASE(GET, ADMIN, Size.NONE, "/v1/releases/current"),
  LIST_RELEASES(GET, ADMIN, Size.NONE, "/v1/releases"),
  IMPORT_RELEASE(POST, ADMIN, Size.MIB_8, "/v1/releases"),
  READ_RELEASE(GET, ADMIN, Size.NONE, "/v1/releases/{id}"),
  EXPORT_RELEASE(GET, ADMIN, Size.NONE, "/v1/releases/{id}/export"),
  ROLL_BACK(POST, ADMIN, Size.KIB_16, "/v1/releases/{id}/rollback"),

  LIST_DRAFTS(GET, ADMIN, Size.NONE, "/v1/drafts"),
  CREATE_DRAFT(POST, ADMIN, Size.KIB_16, "/v1/drafts"),
  READ_DRAFT(GET, ADMIN, Size.NONE, "/v1/drafts/{id}"),
  REPLACE_DRAFT(PUT, ADMIN, Size.MIB_8, "/v1/drafts/{id}"),
  DELETE_DRAFT(DELETE, ADMIN, Size.NONE, "/v1/drafts/{id}"),
  READ_DRAFT_FILE(
      GET,
      ADMIN,
      Size.NONE,
      "/v1/drafts/{id}/files/{file}",
      "/v1/drafts/{id}/files/{folder}/{file}"),
  PUT_DRAFT_FILE(
      PUT,
      ADMIN,
      Size.MIB_2,
      "/v1/drafts/{id}/files/{file}",
      "/v1/drafts/{id}/files/{folder}/{file}"),
  DELETE_DRAFT_FILE(
      DELETE,
      ADMIN,
      Size.NONE,
      "/v1/drafts/{id}/files/{file}",
      "/v1/drafts/{id}/files/{folder}/{file}"),
  REBASE_DRAFT(POST, ADMIN, Size.KIB_16, "/v1/drafts/{id}/rebase"),
  SHADOW_DRAFT(POST, ADMIN, Size.KIB_16, "/v1/drafts/{id}/shadow"),
  END_SHADOW(DELETE, ADMIN, Size.NONE, "/v1/drafts/{id}/shadow"),
  CHECK_DRAFT(POST, ADMIN, Size.KIB_16, "/v1/drafts/{id}/check"),
  PREVIEW_DRAFT(POST, ADMIN, Size.KIB_16, "/v1/drafts/{id}/preview"),
  REPLAY_DRAFT(POST, ADMIN, Size.KIB_16, "/v1/drafts/{id}/replay"),
  PUBLISH_DRAFT(POST, ADMIN, Size.KIB_16, "/v1/drafts/{id}/publish"),

  SHOW_INDEX(GET, VITAL, Size.NONE, "/"),
  TELL_LIVE(GET, VITAL, Size.NONE, "/health/live"),
  TELL_READY(GET, VITAL, Size.NONE, "/health/ready"),
  READ_METRICS(GET, VITAL, Size.NONE, "/metrics"),
  READ_OPENAPI(GET, ADMIN, Size.NONE, "/openapi.yaml");

  /** The largest bodies taken, in bytes. */
  private static final class Size {
    static final int NONE = 0;
    static final int KIB_16 = 16 * 1024;
    static final int KIB_64 = 64 * 1024;
    static final int KIB_512 = 512 * 1024;
    static final int MIB_2 = 2 * 1024 * 1024;
    static final int MIB_8 = 8 * 1024 * 1024;
  }

  private final HttpMethod method;
  private final Lane lane;
  private final int bodyLimit;
  private final List<String> paths;

  Operation(HttpMethod method, Lane lane, int bodyLimit, String... paths) {
    this.method = method;
    this.lane = lane;
    this.bodyLimit = bodyLimit;
    this.paths = List.of(paths);
  }

  public HttpMethod method() {
    return method;
  }

  Lane lane() {
    return lane;
  }

  /** In bytes; 0 when it takes no body. */
  public int bodyLimit() {
    return bodyLimit;
  }

  /** The paths that name it; a part in braces is a parameter. */
  public List<String> paths() {
    return paths;
  }

  /** Whether its key may stand in the body, and its paths end with a slash, as tracking SDKs do. */
  boolean isTracking() {
    return this == SEND_EVENTS;
  }

  /** Whether its body may come packed with gzip. */
  boolean isPacked() {
    return this == SEND_EVENTS || this == SEND_CLOUD_EVENTS;
  }

  /** The name in {@code access.csv}, in metrics and as the OpenAPI document's operation id. */
  public String wire() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}

package dev.attune.api.onboarding.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Talks to providers: HTTP/1.1 only, so that no upgrade is tried in clear text; never reads more
 * than a bound; ends a request at any stage; and drops the body of an error unread, so that no
 * provider's words reach a log or an exception.
 */
final class ProviderHttp implements HttpClient {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final java.net.http.HttpClient http;
  private final Executor readers;
  private final long answerBytes;

  /**
   * @param readers runs one task per answer that is being read
   */
  ProviderHttp(Executor readers, long answerBytes) {
    this.http =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    this.readers = readers;
    this.answerBytes = answerBytes;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new IllegalStateException("answers are only ever asked for as streams");
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    ProviderCall call = ProviderCall.starting();
    CompletableFuture<HttpResponse<InputStream>> answer =
        http.sendAsync(request(request), HttpResponse.BodyHandlers.ofInputStream());
    call.endsWith(() -> answer.cancel(true));
    answer.whenCompleteAsync(
        (response, failure) -> {
          if (failure != null) listener.onError(failure);
          else read(call, response, parser, listener);
        },
        readers);
  }

  private void read(
      ProviderCall call,
      HttpResponse<InputStream> response,
      ServerSentEventParser parser,
      ServerSentEventListener listener) {
    try (InputStream body = bounded(call, response.body())) {
      call.endsWith(() -> close(response.body()));
      if (response.statusCode() / 100 != 2) {
        call.refused(failure(response.statusCode()), retryAfter(response));
        listener.onError(new IllegalStateException("status " + response.statusCode()));
        return;
      }
      listener.onOpen(
          SuccessfulHttpResponse.builder()
              .statusCode(response.statusCode())
              .headers(response.headers().map())
              .build());
      parser.parse(body, listener);
      listener.onClose();
    } catch (IOException broken) {
      listener.onError(broken);
    }
  }

  private InputStream bounded(ProviderCall call, InputStream body) {
    return new BoundedBody(body, answerBytes, () -> call.refused(Failure.TOO_LONG, null));
  }

  private static java.net.http.HttpRequest request(HttpRequest request) {
    String body = request.body();
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .method(
                request.method().name(),
                body == null
                    ? java.net.http.HttpRequest.BodyPublishers.noBody()
                    : java.net.http.HttpRequest.BodyPublishers.ofString(body));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  private static Failure failure(int status) {
    if (status == 429) return Failure.RATE_LIMITED;
    return status >= 500 ? Failure.PROVIDER_ERROR : Failure.REFUSED;
  }

  /** The header in whole seconds; a date or anything else counts as absent. */
  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to end.
    }
  }

  /** As the providers' libraries want it; their time-outs are not used, a call has its own. */
  HttpClientBuilder builder() {
    return new Builder(this);
  }

  private record Builder(ProviderHttp http) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return CONNECT;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return ModelLimits.DEFAULT.total();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return http;
    }
  }
}

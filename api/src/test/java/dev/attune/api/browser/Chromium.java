package dev.attune.api.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A headless Chromium, with a profile of its own. */
final class Chromium implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";

  private final Process chromium;
  private final URI address;

  Chromium(int width, int height) throws IOException {
    Path profile = Path.of("target", "chromium", UUID.randomUUID().toString()).toAbsolutePath();
    chromium =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--window-size=" + width + "," + height,
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    address = URI.create(listening());
  }

  /** Where its DevTools listen. */
  URI address() {
    return address;
  }

  private String listening() throws IOException {
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(chromium.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(LISTENING)) {
        drain(out);
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("chromium did not start");
  }

  private static void drain(BufferedReader out) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (out.readLine() != null) continue;
              } catch (IOException ended) {
                throw new UncheckedIOException(ended);
              }
            },
            "chromium-output");
    reader.setDaemon(true);
    reader.setUncaughtExceptionHandler((thread, ended) -> {});
    reader.start();
  }

  @Override
  public void close() throws InterruptedException {
    chromium.destroy();
    if (!chromium.waitFor(5, TimeUnit.SECONDS)) chromium.destroyForcibly().waitFor();
  }
}

package dev.attune.api.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.attune.api.config.LogConfig;
import java.util.Locale;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging as configured. All lines go to standard error; standard output is for answers.
 */
public final class Logs {
  private static final String PLAIN =
      "%d{HH:mm:ss.SSS} %-5level %msg %kvp{NONE} %nopex%n%rEx{short}";

  private Logs() {}

  public static void configure(LogConfig config) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) return;
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder(config, context));
    console.start();
    root.addAppender(console);
    root.setLevel(Level.toLevel(config.level().name().toLowerCase(Locale.ROOT)));
    for (String noisy :
        new String[] {"io.netty", "io.lettuce", "io.vertx", "org.drools", "org.kie", "ai.djl"}) {
      context.getLogger(noisy).setLevel(Level.WARN);
    }
    // Its search for graphics cards, which nothing here needs, is told as a warning.
    context.getLogger("ai.djl.util.cuda").setLevel(Level.ERROR);
  }

  private static Encoder<ILoggingEvent> encoder(LogConfig config, LoggerContext context) {
    boolean plain =
        switch (config.format()) {
          case PLAIN -> true;
          case JSON -> false;
          case AUTO -> System.console() != null;
        };
    if (!plain) {
      LogstashEncoder json = new LogstashEncoder();
      json.setContext(context);
      json.start();
      return json;
    }
    PatternLayoutEncoder lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setPattern(PLAIN);
    lines.start();
    return lines;
  }
}

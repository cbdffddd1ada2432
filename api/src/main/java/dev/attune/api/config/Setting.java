package dev.attune.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one setting where it is declared: on a component of {@link ServerConfig} or of one of
 * its sections. The component's name gives the key: {@code http.headerTimeout} is {@code
 * http.header-timeout} in YAML and {@code ATTUNE_HTTP_HEADER_TIMEOUT} in the environment.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What it decides, one line, for the README's table. */
  String says();

  /** As an operator would write it; empty: absent. */
  String defaultsTo() default "";

  /** Smallest number allowed. */
  long atLeast() default 0;

  /** Largest number allowed. */
  long atMost() default Long.MAX_VALUE;

  /**
   * Never printed; may be given as a file, by the environment variable with {@code _FILE} added.
   */
  boolean secret() default false;

  /** A folder that the program comes with, and finds from wherever it is called. */
  boolean shipped() default false;

  /** The command line's short way to say it, e.g. {@code --port}; empty: only {@code --set}. */
  String flag() default "";
}

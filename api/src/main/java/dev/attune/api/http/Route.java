package dev.attune.api.http;

import java.util.Map;

/** The operation a path names, with the path's parameters, percent-decoded. */
record Route(Operation operation, Map<String, String> parameters) {}

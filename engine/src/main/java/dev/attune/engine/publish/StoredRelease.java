package dev.attune.engine.publish;

/** A release whose files are still kept. */
public record StoredRelease(Publication publication, ReleaseFiles files) {}

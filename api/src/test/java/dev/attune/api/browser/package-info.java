/** Drives a headless Chromium through its own protocol, for tests of pages. */
package dev.attune.api.browser;

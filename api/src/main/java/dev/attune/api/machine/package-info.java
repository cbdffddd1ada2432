/** What the server asks of the machine it runs on: whose work can wait. */
@NullMarked
package dev.attune.api.machine;

import org.jspecify.annotations.NullMarked;

/** Calls made from the API's document by a seed: some as it says, most a little or very wrong. */
package dev.attune.api.fuzz;

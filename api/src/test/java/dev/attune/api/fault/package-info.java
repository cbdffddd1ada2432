/** What apps see while the store, the server or the network fails. */
package dev.attune.api.fault;

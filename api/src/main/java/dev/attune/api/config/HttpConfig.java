package dev.attune.api.config;

import java.time.Duration;
import java.util.List;

/** How the server listens, and what it bears. */
public record HttpConfig(
    @Setting(
            flag = "--host",
            defaultsTo = "127.0.0.1",
            says = "address to listen on; `0.0.0.0` for every network")
        String host,
    @Setting(
            flag = "--port",
            defaultsTo = "8080",
            atMost = 65535,
            says = "port; 0 picks a free one")
        int port,
    @Setting(
            defaultsTo = "0",
            atMost = 256,
            says = "event loops, each with its own Redis connection; 0: one per processor")
        int loops,
    @Setting(defaultsTo = "10s", says = "how long a client may take to send a request's head")
        Duration headerTimeout,
    @Setting(defaultsTo = "30s", says = "how long a client may take to send a request's body")
        Duration bodyTimeout,
    @Setting(defaultsTo = "60s", says = "a connection silent for so long is closed")
        Duration idleTimeout,
    @Setting(defaultsTo = "2000", atLeast = 1, says = "open connections, over all clients")
        int connections,
    @Setting(
            defaultsTo = "1024",
            atLeast = 1,
            says = "requests worked on at once; as many more may wait for a moment")
        int inFlight,
    @Setting(
            defaultsTo = "50ms",
            says = "how long a request may wait for its turn; then it is refused with 503")
        Duration patience,
    @Setting(
            defaultsTo = "5ms",
            says =
                "how far an event loop may lag behind; beyond it ever fewer requests are worked on"
                    + " at once")
        Duration lag,
    @Setting(
            defaultsTo = "*",
            says = "origins whose pages may call with a client key, separated by commas")
        List<String> origins,
    @Setting(
            defaultsTo = "false",
            says = "show the details of `/health/ready` to callers without a key")
        boolean openDetails,
    @Setting(
            defaultsTo = "0s",
            says =
                "how long a stopping server says it is not ready before it stops taking requests")
        Duration farewell,
    @Setting(defaultsTo = "8s", says = "how long a stopping server lets running requests finish")
        Duration drain) {}

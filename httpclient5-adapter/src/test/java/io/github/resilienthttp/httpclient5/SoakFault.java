// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.testkit.Cut;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.time.Duration;
import java.util.function.Function;

/** What can become of one request of the soak. */
enum SoakFault {
    OK(seen -> Reply.ok("fine")),
    OK_AND_GONE(seen -> Reply.ok("fine").then(Fate.CLOSE)),
    OK_CHUNKED(seen -> Reply.ok("fine".repeat(5000)).chunked()),
    NOT_FOUND(seen -> Reply.status(404).body("no such thing")),
    BROKEN_SERVER(seen -> Reply.status(500).body("oops")),
    UNAVAILABLE(seen -> Reply.status(503).body("later")),
    UNAVAILABLE_EARLY(seen -> Reply.status(503).body("too much").early().then(Fate.HALF_CLOSE)),
    UNAVAILABLE_SLOWLY(seen -> Reply.status(503).body("drip, drip, drip, drip").dripBody(Duration.ofMillis(30))),
    UNAVAILABLE_AT_LENGTH(
            seen -> Reply.status(503).body("later".repeat(200_000)).chunked()),
    UNAVAILABLE_TRUNCATED(seen -> Reply.status(503).body("half").declaring(400).then(Fate.CLOSE)),
    NOT_IMPLEMENTED(seen -> Reply.status(501)),
    THROTTLED(seen -> Reply.status(429).header("Retry-After", "0").body("slowly")),
    THROTTLED_FOR_A_WHILE(
            seen -> Reply.status(429).header("retry-after-ms", "60").body("slowly")),
    THROTTLED_TOO_LONG(seen -> Reply.status(429).header("Retry-After", "86400")),
    RESET(seen -> Reply.nothing(Fate.RESET)),
    GONE(seen -> Reply.nothing(Fate.CLOSE)),
    HALF_GONE(seen -> Reply.nothing(Fate.HALF_CLOSE)),
    SILENT(seen -> Reply.nothing(Fate.SILENCE)),
    HEAD_CUT(seen -> Reply.ok("fine").cut(Cut.STATUS_LINE, Fate.RESET)),
    HEAD_DRIPS(seen -> Reply.ok("fine").dripHead(Duration.ofMillis(40))),
    BODY_CUT(seen -> Reply.ok("fine".repeat(100)).cut(Cut.BODY, Fate.CLOSE)),
    BODY_STALLS(seen -> Reply.ok("fine").declaring(400).then(Fate.SILENCE)),
    NO_HTTP(seen -> Reply.raw("SSH-2.0-OpenSSH_9.6\r\n")),
    REDIRECT(seen -> Reply.status(307).header("Location", seen.path() + "/next"));

    private final Function<SeenRequest, Reply> reply;

    SoakFault(Function<SeenRequest, Reply> reply) {
        this.reply = reply;
    }

    Reply reply(SeenRequest seen) {
        return reply.apply(seen);
    }

    /** Whether a server that does this has acted on the request. */
    boolean processes() {
        return this != THROTTLED && this != THROTTLED_FOR_A_WHILE && this != THROTTLED_TOO_LONG && this != REDIRECT;
    }
}

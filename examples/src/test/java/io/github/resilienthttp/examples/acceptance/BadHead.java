// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import io.github.resilienthttp.testkit.Cut;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;

/** What a server does instead of sending the head of a response, once it has the request. */
enum BadHead {
    RESET(Reply.nothing(Fate.RESET), "broken"),
    END_OF_STREAM(Reply.nothing(Fate.CLOSE), "broken"),
    HALF_CLOSE(Reply.nothing(Fate.HALF_CLOSE), "broken"),
    SILENCE(Reply.nothing(Fate.SILENCE), "broken"),
    DRIPPED(Reply.ok("late").header("X-Long", "x".repeat(10_000)).dripHead(Duration.ofMillis(20)), "broken"),
    CUT_HEAD_RESET(Reply.ok("cut").cut(Cut.HEAD, Fate.RESET), "broken"),
    // HttpClient skips lines that are no status line: what it reports is the end of the stream behind them.
    BANANA(Reply.raw("HTTP/1.1 banana\r\n\r\n"), "broken"),
    SSH_BANNER(Reply.raw("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u5\r\n"), "broken"),
    BANNER_AND_SILENCE(Reply.raw("SSH-2.0-OpenSSH_9.2p1\r\n").then(Fate.SILENCE), "broken"),
    ENDLESS_HEAD(Reply.status(200).endlessHead(), "permanent"),
    LONG_LINE(Reply.status(429).header("Retry-After", "9".repeat(60_000)), "permanent");

    @SuppressWarnings("ImmutableEnumChecker") // replies are immutable
    private final Reply reply;

    private final String verdict;

    BadHead(Reply reply, String verdict) {
        this.reply = reply;
        this.verdict = verdict;
    }

    Reply reply() {
        return reply;
    }

    /** What the outcome has to be taken for. */
    String verdict() {
        return verdict;
    }

    /** Whether an idempotent request may be sent again. */
    boolean passing() {
        return verdict.equals("broken");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A reply taken as a whole: whether its parts go together, and how it is sent. */
record ReplyPlan(ReplyHead head, ReplyBody body, Course course) {
    private static final byte[] FILLER = ("X-Filler: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

    /** Refuses parts that contradict each other. */
    void check() {
        boolean serves = course.fate() == Fate.SERVE;
        boolean cut = course.cut() != Cut.NOWHERE;
        refuseIf(serves && body.lies(), "declaring() another length than the body's needs a fate other than SERVE");
        refuseIf(serves && head.raw() == null && body.untilClose(), "untilClose() needs a fate other than SERVE");
        refuseIf(serves && cut, "cut() needs a fate other than SERVE");
        refuseIf(body.declaresWithoutUse(), "declaring() goes only with a body that has a Content-Length");
        refuseIf(cut && (head.endless() || body.endless()), "cut() does not go with an endless head or body");
        refuseIf(course.cut() == Cut.BODY && body.empty(), "cut(BODY) needs a body");
    }

    /** Sends the reply; to a HEAD request without its body (RFC 9110 section 9.3.2). */
    Fate play(Wire wire, SeenRequest request) throws IOException {
        wire.pause(course.delay());
        boolean bodiless = head.forbidsBody() && body.empty() && !body.endless();
        byte[] whole = head.bytes(bodiless ? List.of() : body.framingLines(), Instant.now());
        wire.send(course.cut().head(whole), head.drip());
        if (head.endless()) {
            wire.sendForever(FILLER, head.drip());
        }
        if (!bodiless && !request.method().equals("HEAD")) {
            playBody(wire);
        }
        return course.fate();
    }

    private void playBody(Wire wire) throws IOException {
        if (body.endless()) {
            wire.sendForever(body.endlessBlock(), body.drip());
        }
        wire.send(course.cut().body(body.bytes()), body.drip());
    }

    private static void refuseIf(boolean contradicted, String rule) {
        if (contradicted) {
            throw new IllegalStateException("This reply cannot be played: " + rule);
        }
    }
}

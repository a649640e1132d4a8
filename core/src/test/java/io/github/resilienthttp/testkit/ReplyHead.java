// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The head of a scripted response: a status and field lines, or raw text in place of both. */
record ReplyHead(
        @Nullable String raw,
        int status,
        List<HeaderLine> lines,
        @Nullable Duration dateSkew,
        boolean endless,
        Duration drip) {
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static ReplyHead ofStatus(int status) {
        return new ReplyHead(null, status, List.of(), null, false, Duration.ZERO);
    }

    static ReplyHead ofRaw(String raw) {
        return new ReplyHead(raw, 0, List.of(), null, false, Duration.ZERO);
    }

    ReplyHead plus(HeaderLine line) {
        List<HeaderLine> more = new ArrayList<>(lines);
        more.add(line);
        return new ReplyHead(raw, status, List.copyOf(more), dateSkew, endless, drip);
    }

    ReplyHead withDateSkew(Duration skew) {
        return new ReplyHead(raw, status, lines, skew, endless, drip);
    }

    ReplyHead withoutEnd() {
        return new ReplyHead(raw, status, lines, dateSkew, true, drip);
    }

    ReplyHead withDrip(Duration pause) {
        return new ReplyHead(raw, status, lines, dateSkew, endless, pause);
    }

    /** RFC 9110 section 8.6: with these a Content-Length of 0 would be wrong. */
    boolean forbidsBody() {
        return status == 204 || status == 304;
    }

    /** The bytes of the head, the empty line at its end included unless it never ends. */
    byte[] bytes(List<HeaderLine> framing, Instant now) {
        if (raw != null) {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
        if (dateSkew != null) {
            text.append(new HeaderLine("Date", IMF_FIXDATE.format(now.plus(dateSkew))).onTheWire());
        }
        lines.forEach(line -> text.append(line.onTheWire()));
        framing.forEach(line -> text.append(line.onTheWire()));
        return text.append(endless ? "" : "\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time on the server's clock when the response was received: its {@code Date} plus its {@code Age}, else the local
 * time (RFC 9110 section 6.6.1, RFC 9111 section 5.1).
 *
 * <p>A date that the server names is measured against this, so that a wrong local clock does not matter. {@code Date}
 * has whole seconds; what is cut off there makes the wait longer, never shorter. Read on first use; for one thread.
 */
final class ServerClock {
    private final HeaderView headers;
    private final Instant local;
    private @Nullable Instant time;

    ServerClock(HeaderView headers, Instant local) {
        this.headers = headers;
        this.local = local;
    }

    Instant time() {
        Instant known = time;
        if (known == null) {
            known = read();
            time = known;
        }
        return known;
    }

    /** Milliseconds until then, rounded up; 0 for what is past. */
    long millisUntil(Instant then) {
        Instant from = time();
        if (!then.isAfter(from)) {
            return 0;
        }
        Duration wait = Duration.between(from, then);
        if (wait.getSeconds() >= Long.MAX_VALUE / 1000) {
            return Long.MAX_VALUE;
        }
        return wait.getSeconds() * 1000 + (wait.getNano() + 999_999) / 1_000_000;
    }

    private Instant read() {
        String date = headers.first("Date");
        Instant stated = date == null ? null : HttpDate.parse(date, local);
        return stated == null ? local : stated.plusSeconds(ageSeconds());
    }

    /** The first member counts; an age too large to hold is 2^31 (RFC 9111 sections 5.1 and 1.2.2). */
    private long ageSeconds() {
        String age = headers.first("Age");
        if (age == null) {
            return 0;
        }
        int comma = age.indexOf(',');
        String first = FieldMembers.trimmed(comma < 0 ? age : age.substring(0, comma));
        if (first.indexOf('.') >= 0) {
            return 0;
        }
        long seconds = DecimalMillis.parse(first, 1);
        return seconds == DecimalMillis.UNREADABLE ? 0 : Math.min(seconds, 1L << 31);
    }
}

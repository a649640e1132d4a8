// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header fields by which a server forbids a retry, whatever else it says. */
final class RetryVeto {
    /** {@code false} forbids; {@code true} and all else say nothing. */
    static final String SHOULD_RETRY = "x-should-retry";

    /** Milliseconds to wait; negative or unreadable means that the server wants no retry (gRPC proposal A6). */
    static final String PUSHBACK = "grpc-retry-pushback-ms";

    private RetryVeto() {}

    /** The field that forbids, or null. */
    static @Nullable String in(HeaderView headers) {
        if (saysNo(headers.all(SHOULD_RETRY))) {
            return SHOULD_RETRY;
        }
        return isUnreadable(headers.all(PUSHBACK)) ? PUSHBACK : null;
    }

    private static boolean saysNo(List<String> lines) {
        for (String line : lines) {
            if (FieldMembers.trimmed(line).equals("false")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnreadable(List<String> lines) {
        for (String line : lines) {
            if (DecimalMillis.parse(FieldMembers.trimmed(line), 1) == DecimalMillis.UNREADABLE) {
                return true;
            }
        }
        return false;
    }
}

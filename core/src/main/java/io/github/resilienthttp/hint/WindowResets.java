// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Resets per window: {@code x-ratelimit-reset-requests: 6m0s} beside {@code x-ratelimit-remaining-requests: 0}.
 *
 * <p>Such a reset is the time to a full quota, so it counts only where its own window is used up; of several the
 * longest. Two passes over the header lines, whatever their number.
 */
final class WindowResets implements HintSource {
    private static final String RESET = "x-ratelimit-reset-";
    private static final String REMAINING = "x-ratelimit-remaining-";

    @Override
    public ServerHint read(ResponseHead head) {
        Set<String> usedUp = new HashSet<>(4);
        head.headers().forEach((name, value) -> {
            if (startsWith(name, REMAINING) && Quota.of(List.of(value)) == Quota.USED_UP) {
                usedUp.add(window(name, REMAINING));
            }
        });
        if (usedUp.isEmpty()) {
            return ServerHint.none();
        }
        Longest longest = new Longest();
        head.headers().forEach((name, value) -> {
            if (startsWith(name, RESET) && usedUp.contains(window(name, RESET))) {
                longest.offer(name, FieldMembers.longest(List.of(value), DurationText::parse));
            }
        });
        return longest.hint;
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static String window(String name, String prefix) {
        return name.substring(prefix.length()).toLowerCase(Locale.ROOT);
    }

    /** The longest hint so far. */
    private static final class Longest {
        private ServerHint hint = ServerHint.none();

        void offer(String name, long millis) {
            boolean first = hint.kind() == ServerHint.Kind.NONE && millis != DecimalMillis.UNREADABLE;
            if (first || millis > hint.delayMillis()) {
                hint = ServerHint.after(millis, name.toLowerCase(Locale.ROOT));
            }
        }
    }
}

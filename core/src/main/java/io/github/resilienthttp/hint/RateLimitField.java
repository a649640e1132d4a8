// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.ArrayList;
import java.util.List;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;

/**
 * The structured field {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers): {@code "permin";r=0;t=12}.
 *
 * <p>A hint where a policy has nothing left (r=0) and says when it has (t, seconds); of several the longest. A field
 * that breaks the grammar, or has an item of another type, is ignored as a whole, as the draft demands. So is one of
 * more than {@value #LONGEST} characters, which bounds the time that parsing takes.
 */
final class RateLimitField implements HintSource {
    static final String NAME = "ratelimit";
    static final int LONGEST = 4096;

    private static final int TOO_MANY_REQUESTS = 429;

    /** An item with {@code pk} speaks of one partition only; a 429 says that it is ours. */
    @Override
    public ServerHint read(ResponseHead head) {
        long millis = longestMillis(head.headers(), head.status() == TOO_MANY_REQUESTS);
        return millis == DecimalMillis.UNREADABLE ? ServerHint.none() : ServerHint.after(millis, NAME);
    }

    /** Milliseconds, or {@link DecimalMillis#UNREADABLE}; without the field one look-up and no allocation. */
    static long longestMillis(HeaderView headers, boolean countPartitions) {
        if (headers.first(NAME) == null) {
            return DecimalMillis.UNREADABLE;
        }
        List<String> lines = new ArrayList<>(2);
        int length = 0;
        boolean mayBeUsedUp = false;
        for (String line : headers.all(NAME)) {
            String value = FieldMembers.trimmed(line);
            length += value.length() + 1;
            mayBeUsedUp |= value.contains("r=0") || value.contains("r=-0");
            if (length > LONGEST) {
                return DecimalMillis.UNREADABLE;
            }
            if (!value.isEmpty()) {
                lines.add(value);
            }
        }
        return mayBeUsedUp ? parse(lines, countPartitions) : DecimalMillis.UNREADABLE;
    }

    private static long parse(List<String> lines, boolean countPartitions) {
        try {
            long longest = DecimalMillis.UNREADABLE;
            for (ListElement<?> item : new Parser(lines).parseList().get()) {
                if (!(item instanceof StringItem)) {
                    return DecimalMillis.UNREADABLE;
                }
                longest = Math.max(longest, usedUpMillis(item.getParams(), countPartitions));
            }
            return longest;
        } catch (RuntimeException malformed) {
            return DecimalMillis.UNREADABLE;
        }
    }

    private static long usedUpMillis(Parameters parameters, boolean countPartitions) {
        long remaining = nonNegative(parameters, "r");
        boolean timed = parameters.containsKey("t");
        long seconds = timed ? nonNegative(parameters, "t") : 0;
        boolean counts = timed && remaining == 0 && (countPartitions || !parameters.containsKey("pk"));
        return counts ? seconds * 1000 : DecimalMillis.UNREADABLE;
    }

    /** Fifteen digits at most, so that milliseconds of it cannot overflow (RFC 8941 section 3.3.1). */
    private static long nonNegative(Parameters parameters, String key) {
        if (parameters.get(key) instanceof IntegerItem number && number.getAsLong() >= 0) {
            return number.getAsLong();
        }
        throw new IllegalArgumentException(key + ": not a non-negative integer");
    }
}

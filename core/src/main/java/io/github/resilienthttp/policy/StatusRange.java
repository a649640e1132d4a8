// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One entry of a status set: {@code 503}, {@code 505-508} or {@code 5xx}. */
record StatusRange(int first, int last) {
    private static final Pattern TEXT =
            Pattern.compile("(?<only>[0-9]{3})|(?<first>[0-9]{3})-(?<last>[0-9]{3})|(?<class>[0-9])xx");

    static StatusRange parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        Check.that(
                matcher.matches(),
                "cannot read " + (text.isEmpty() ? "an empty entry" : FaultText.shown(text))
                        + " (a status 503, a range 505-508 or a class 5xx)");
        StatusRange range = of(matcher);
        Check.that(range.first >= 100 && range.last <= 599, text + " is not within 100 to 599");
        Check.that(range.first <= range.last, text + " runs backwards");
        return range;
    }

    private static StatusRange of(Matcher matcher) {
        if (matcher.group("only") != null) {
            int only = Integer.parseInt(matcher.group("only"));
            return new StatusRange(only, only);
        }
        if (matcher.group("first") != null) {
            return new StatusRange(Integer.parseInt(matcher.group("first")), Integer.parseInt(matcher.group("last")));
        }
        int first = Integer.parseInt(matcher.group("class")) * 100;
        return new StatusRange(first, first + 99);
    }

    /** A 4xx is repeated only where a user names it, and 429 by rules of its own. */
    void checkRepeatable() {
        Check.that(first >= 400, this + ": only statuses of 400 and more can be repeated");
        Check.that(
                !(first == 429 && last == 429),
                "429 is governed by what the server says; for one without a hint see throttle.without-hint");
        Check.that(first >= 500 || first == last, this + ": a 4xx is added only by name, one by one, such as 408, 409");
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}

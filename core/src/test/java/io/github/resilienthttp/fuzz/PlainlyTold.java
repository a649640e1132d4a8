// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import io.github.resilienthttp.hint.ServerHint;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What field lines say beyond doubt, read by other means than the engine's, to compare. */
record PlainlyTold(List<Map.Entry<String, String>> lines) {
    private static final Pattern BLANKS = Pattern.compile("^[ \\t]+|[ \\t]+$");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern DATE =
            Pattern.compile("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT");
    private static final Pattern QUOTA = Pattern.compile("\"[a-z]{0,9}\";r=0;t=([0-9]{1,15})");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h|d)");
    private static final Pattern DURATION = Pattern.compile("(" + PART.pattern() + ")+");
    private static final BigDecimal FIRST_EPOCH_SECOND = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal UNSAID = BigDecimal.valueOf(-1);

    /** Whether lines of that name say any delay. */
    boolean isSaid(String name) {
        return longest(name).signum() >= 0;
    }

    /** Whether a hint is not shorter than what its own source says. */
    boolean allows(ServerHint hint) {
        return hint.delayMillis() == Long.MAX_VALUE
                || BigDecimal.valueOf(hint.delayMillis()).compareTo(longest(hint.source())) >= 0;
    }

    private BigDecimal longest(String name) {
        BigDecimal longest = UNSAID;
        for (Map.Entry<String, String> line : lines) {
            if (line.getKey().equalsIgnoreCase(name)) {
                longest = longest.max(millis(name, trimmed(line.getValue())));
            }
        }
        return longest;
    }

    private BigDecimal millis(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("ratelimit")) {
            Matcher quota = QUOTA.matcher(value);
            return quota.matches() ? seconds(quota.group(1)) : UNSAID;
        }
        if (lower.startsWith("x-ratelimit-reset-") && !lower.equals("x-ratelimit-reset-after")) {
            return DURATION.matcher(value).matches() ? duration(value) : UNSAID;
        }
        if (lower.equals("retry-after") && DATE.matcher(value).matches()) {
            return date(value);
        }
        // A weekday and its comma begin a date, whatever follows.
        BigDecimal longest = UNSAID;
        if (value.chars().anyMatch(Character::isLetter)) {
            return longest;
        }
        for (String member : value.split(",", -1)) {
            if (NUMBER.matcher(trimmed(member)).matches()) {
                longest = longest.max(number(lower, trimmed(member)));
            }
        }
        return longest;
    }

    private BigDecimal number(String name, String text) {
        if (name.endsWith("-ms") || name.equals("x-amz-retry-after") || name.equals("x-backoff")) {
            return new BigDecimal(text);
        }
        boolean epoch = name.endsWith("-reset") && new BigDecimal(text).compareTo(FIRST_EPOCH_SECOND) >= 0;
        if (!epoch) {
            return seconds(text);
        }
        return datedByServer()
                ? UNSAID
                : seconds(text).subtract(BigDecimal.valueOf(HintHeadersFuzz.NOW.toEpochMilli()));
    }

    private BigDecimal date(String text) {
        if (datedByServer()) {
            return UNSAID;
        }
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return BigDecimal.valueOf(
                    Math.max(0, Duration.between(HintHeadersFuzz.NOW, then).toMillis()));
        } catch (DateTimeException noDate) {
            return UNSAID;
        }
    }

    private boolean datedByServer() {
        return lines.stream().anyMatch(line -> line.getKey().equalsIgnoreCase("Date"));
    }

    private static BigDecimal duration(String text) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            long unit =
                    switch (part.group(2)) {
                        case "ms" -> 1;
                        case "s" -> 1_000;
                        case "m" -> 60_000;
                        case "h" -> 3_600_000;
                        default -> 86_400_000;
                    };
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
        }
        return sum;
    }

    /** Space and tab only (RFC 9110 section 5.6.3). */
    private static String trimmed(String value) {
        return BLANKS.matcher(value).replaceAll("");
    }

    private static BigDecimal seconds(String text) {
        return new BigDecimal(text).movePointRight(3);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as the configuration writes them: {@code 250ms}, {@code 8s}, {@code 1m}, {@code 2h}, {@code PT0.5S}. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Duration LONGEST = Duration.ofHours(24);

    @Override
    public Duration convert(String text) {
        Duration duration = parse(text.trim());
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("'" + text + "': 0ms to 24h is allowed");
        }
        return duration;
    }

    private static Duration parse(String text) {
        Matcher simple = SIMPLE.matcher(text.toLowerCase(Locale.ROOT));
        if (simple.matches()) {
            return Duration.ofMillis(Long.parseLong(simple.group(1)) * MILLIS.getOrDefault(simple.group(2), 1L));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException unreadable) {
            throw new TypeConversionException("'" + text + "' is no duration: write 250ms, 8s, 1m or PT0.5S");
        }
    }
}

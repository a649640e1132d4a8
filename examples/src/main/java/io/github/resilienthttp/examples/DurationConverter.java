// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.policy.DurationText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as the configuration writes them: {@code 250ms}, {@code 8s}, {@code 1m}, {@code 2h}, {@code PT0.5S}. */
final class DurationConverter implements ITypeConverter<Duration> {
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
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new TypeConversionException("'" + text + "' is no duration: write 250ms, 8s, 1m or PT0.5S");
        }
    }
}

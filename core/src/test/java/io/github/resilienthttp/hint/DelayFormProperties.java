// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Each form against an exact computation by other means; never less than it. */
class DelayFormProperties {
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEEE, d-MMM-yy HH:mm:ss xx", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));

    @Property(tries = 2000)
    void decimalsAreTheExactSecondsRoundedUp(@ForAll("decimals") String text) {
        BigInteger exact = new BigDecimal(text)
                .movePointRight(3)
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger();
        BigInteger read = BigInteger.valueOf(DecimalMillis.parse(text, 1000));
        assertThat(read).isEqualTo(exact.min(BigInteger.valueOf(Long.MAX_VALUE)));
    }

    @Property(tries = 2000)
    void durationsAreNeverLessThanTheirExactSum(
            @ForAll @LongRange(max = 99) long hours,
            @ForAll @LongRange(max = 9999) long minutes,
            @ForAll("decimals") String seconds) {
        BigDecimal exact = new BigDecimal(seconds)
                .add(BigDecimal.valueOf(hours * 3600 + minutes * 60))
                .movePointRight(3)
                .min(BigDecimal.valueOf(Long.MAX_VALUE));
        BigDecimal read = BigDecimal.valueOf(DurationText.parse(hours + "h" + minutes + "m" + seconds + "s"));
        assertThat(read).isGreaterThanOrEqualTo(exact).isLessThan(exact.add(BigDecimal.ONE));
    }

    @Property(tries = 3000)
    void datesAreReadBackInEveryForm(@ForAll("seconds") long then, @ForAll("forms") int form) {
        Instant date = Instant.ofEpochSecond(then);
        String text = FORMS.get(form).format(date.atZone(ZoneOffset.UTC));
        assertThat(HttpDate.parse(text, date)).as(text).isEqualTo(date);
    }

    @Property(tries = 2000)
    void numericOffsetsAreTakenOff(@ForAll("seconds") long then, @ForAll("offsets") int minutes) {
        ZonedDateTime there = Instant.ofEpochSecond(then).atZone(ZoneOffset.ofTotalSeconds(minutes * 60));
        String text = FORMS.get(2).format(there);
        assertThat(HttpDate.parse(text, there.toInstant())).as(text).isEqualTo(there.toInstant());
    }

    @Property(tries = 3000)
    void aDateIsNeverReachedEarlyByTheLocalClock(
            @ForAll("seconds") long then, @ForAll @LongRange(min = -5_000_000_000L, max = 5_000_000_000L) long nanos) {
        Instant date = Instant.ofEpochSecond(then);
        Instant now = date.minusNanos(nanos);
        long millis = Hinting.retryAfterAt(now, FORMS.get(0).format(date.atZone(ZoneOffset.UTC)));
        assertThat(now.plusMillis(millis)).isAfterOrEqualTo(date);
        assertThat(millis).isLessThanOrEqualTo(Math.max(0, nanos / 1_000_000 + 1));
    }

    @Property(tries = 2000)
    void aDateIsMeasuredAgainstDateAndAgeWhateverTheLocalClock(
            @ForAll("seconds") long sent,
            @ForAll @LongRange(max = 100_000) long wait,
            @ForAll @LongRange(max = 1000) long age,
            @ForAll("seconds") long now) {
        Instant date = Instant.ofEpochSecond(sent);
        HeaderLines headers = HeaderLines.of(
                "Retry-After", FORMS.get(0).format(date.plusSeconds(wait).atZone(ZoneOffset.UTC)),
                "Date", FORMS.get(0).format(date.atZone(ZoneOffset.UTC)),
                "Age", Long.toString(age));
        assertThat(Hinting.READER.retryAfterMillis(headers, Instant.ofEpochSecond(now)))
                .isEqualTo(Duration.ofSeconds(Math.max(0, wait - age)).toMillis());
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
        return Arbitraries.oneOf(digits, digits.flatMap(whole -> digits.map(part -> whole + "." + part)));
    }

    /** From 1901 to 9899, so that a two-digit year near the reference stays within four digits. */
    @Provide
    Arbitrary<Long> seconds() {
        return Arbitraries.longs().between(-2_177_452_800L, 250_000_000_000L);
    }

    @Provide
    Arbitrary<Integer> forms() {
        return Arbitraries.integers().between(0, FORMS.size() - 1);
    }

    @Provide
    Arbitrary<Integer> offsets() {
        return Arbitraries.integers().between(-18 * 60, 18 * 60);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.hint.ServerHint.Kind;
import io.github.resilienthttp.policy.HintHeader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HintReaderProperties {
    private static final HintReader READER = Hinting.reader(new HintHeader("X-Backoff", HintHeader.Unit.RETRY_AFTER));

    @Property(tries = 3000)
    void noHeadersMakeItThrowOrNameANegativeDelay(
            @ForAll("headers") HeaderLines headers, @ForAll("statuses") int status, @ForAll("instants") Instant now) {
        ServerHint hint = READER.readHeaders(status, headers, now);
        assertThat(hint.delayMillis()).isNotNegative();
        assertThat(hint.source().isEmpty()).isEqualTo(hint.kind() == Kind.NONE);
        assertThat(READER.retryAfterMillis(headers, now)).isGreaterThanOrEqualTo(-1);
        assertThat(READER.quotaUsedMillis(headers)).isGreaterThanOrEqualTo(-1);
    }

    @Property(tries = 3000)
    void whereTheQuickLookSaysNoThereIsNoHint(@ForAll("headers") HeaderLines headers, @ForAll("statuses") int status) {
        if (!READER.mayTell(headers)) {
            assertThat(READER.readHeaders(status, headers, Hinting.NOW)).isEqualTo(ServerHint.none());
        }
    }

    @Property(tries = 3000)
    void anotherLineOfRetryAfterNeverShortensIt(
            @ForAll("headers") HeaderLines headers, @ForAll("values") String value, @ForAll("instants") Instant now) {
        HeaderLines more = HostileHeaders.plus(headers, "Retry-After", value);
        assertThat(READER.retryAfterMillis(more, now)).isGreaterThanOrEqualTo(READER.retryAfterMillis(headers, now));
    }

    @Property(tries = 3000)
    void anUnreadableSourceIsAsGoodAsAbsent(
            @ForAll("headers") HeaderLines headers, @ForAll("values") String value, @ForAll("instants") Instant now) {
        boolean unreadable = READER.readHeaders(429, HeaderLines.of("x-ms-retry-after-ms", value), now)
                .equals(ServerHint.none());
        if (unreadable) {
            assertThat(READER.readHeaders(429, HostileHeaders.plus(headers, "x-ms-retry-after-ms", value), now))
                    .isEqualTo(READER.readHeaders(429, headers, now));
        }
    }

    @Property(tries = 2000)
    void shouldRetryFalseAlwaysForbidsAndChangesNoDelay(@ForAll("headers") HeaderLines headers) {
        ServerHint without = READER.readHeaders(429, headers, Hinting.NOW);
        ServerHint with = READER.readHeaders(429, HostileHeaders.plus(headers, "x-should-retry", "false"), Hinting.NOW);
        assertThat(with).isEqualTo(ServerHint.forbidden("x-should-retry", without.delayMillis()));
    }

    @Property(tries = 2000)
    void aNumberInABodyIsReadAsItIsRoundedUp(@ForAll("numbers") BigDecimal seconds) {
        ServerHint hint = READER.readBody(Map.of("retryAfter", seconds));
        if (seconds.signum() < 0) {
            assertThat(hint).isEqualTo(ServerHint.none());
            return;
        }
        long wholeDigits = (long) seconds.precision() - seconds.scale();
        if (Math.abs(wholeDigits) < 40) {
            BigDecimal exact = seconds.movePointRight(3).setScale(0, RoundingMode.CEILING);
            assertThat(new BigDecimal(hint.delayMillis()))
                    .isEqualByComparingTo(exact.min(BigDecimal.valueOf(Long.MAX_VALUE)));
        } else {
            assertThat(hint.delayMillis()).isEqualTo(seconds.signum() == 0 ? 0 : wholeDigits < 0 ? 1 : Long.MAX_VALUE);
        }
    }

    @Provide
    Arbitrary<HeaderLines> headers() {
        return HostileHeaders.headers();
    }

    @Provide
    Arbitrary<String> values() {
        return HostileHeaders.values();
    }

    @Provide
    Arbitrary<Integer> statuses() {
        return Arbitraries.of(List.of(200, 301, 400, 429, 500, 503));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, 253_402_300_799_999L)
                .map(Instant::ofEpochMilli)
                .edgeCases(edges -> edges.add(Hinting.NOW));
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigDecimal> plain = Arbitraries.bigDecimals().ofScale(6);
        Arbitrary<Integer> scales = Arbitraries.integers();
        return Arbitraries.oneOf(
                plain, plain.flatMap(number -> scales.map(scale -> new BigDecimal(number.unscaledValue(), scale))));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static io.github.resilienthttp.hint.Hinting.hint429;
import static io.github.resilienthttp.hint.Hinting.hint503;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitFieldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\";r=0;t=5                          | 5000",
                "\"a\"; r=0; t=5                        | 5000",
                "\"a\";t=5;r=0                          | 5000",
                "\"a\";r=00;t=05                        | 5000",
                "\"a\";r=-0;t=5                         | 5000",
                "\"a\";r=0;t=0                          | 0",
                "\"a\";r=0;t=5, \"b\";r=0;t=7           | 7000",
                "\"a\";r=0;t=7, \"b\";r=0;t=5           | 7000",
                "\"a\";r=0;t=5, \"b\";r=1;t=7           | 5000",
                "\"a\";r=0;t=5, \"b\";r=0               | 5000",
                "\"a\";r=0;t=999999999999999            | 999999999999999000",
            })
    void namesTheLongestTimeOfAUsedUpQuota(String value, long millis) {
        assertThat(hint503("RateLimit", value)).isEqualTo(ServerHint.after(millis, "ratelimit"));
        assertThat(Hinting.READER.quotaUsedMillis(HeaderLines.of("RateLimit", value)))
                .isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"a\"",
                "\"a\";r=0",
                "\"a\";t=5",
                "\"a\";r=1;t=5",
                "a;r=0;t=5",
                "0;r=0;t=5",
                "(\"a\");r=0;t=5",
                "\"a\";r=0;t=-5",
                "\"a\";r=0;t=5.0",
                "\"a\";r=0;t=\"5\"",
                "\"a\";r=0;t",
                "\"a\";r=0.0;t=5",
                "\"a\";r=?0;t=5",
                "\"a\";r=-1;t=5",
                "\"a\";r=0;t=1234567890123456",
                "\"a\";r=0;t=5,",
                "\"a\";r=0;t=5, b;r=0;t=6",
                "\"a\";r=0;t=5, \"b\";t=6",
                "\"a\";r=0;t=5 \"b\"",
                "\"a\";R=0;T=5",
                "\"ä\";r=0;t=5",
                "\"a\";r=0;t=٣",
                "default;r=0;t=5",
                "r=0, t=5"
            })
    void isIgnoredAsAWholeWhereItIsMalformedOrSaysNothing(String value) {
        assertThat(hint429("RateLimit", value)).isEqualTo(ServerHint.none());
        assertThat(Hinting.READER.quotaUsedMillis(HeaderLines.of("RateLimit", value)))
                .isEqualTo(-1);
    }

    @Test
    void isIgnoredWhereItIsLongerThanAnyoneNeeds() {
        String end = "\";r=0;t=5";
        String longest = "\"" + "a".repeat(4094 - end.length()) + end;
        assertThat(hint429("RateLimit", longest)).isEqualTo(ServerHint.after(5000, "ratelimit"));
        assertThat(hint429("RateLimit", "\"aa" + longest.substring(1))).isEqualTo(ServerHint.none());
        assertThat(hint429("RateLimit", longest, "RateLimit", "\"b\"")).isEqualTo(ServerHint.none());
    }

    @Test
    void countsAPartitionForA429Only() {
        String value = "\"a\";r=0;t=60;pk=:QXBw:, \"b\";r=0;t=5";
        assertThat(hint429("RateLimit", value)).isEqualTo(ServerHint.after(60_000, "ratelimit"));
        assertThat(hint503("RateLimit", value)).isEqualTo(ServerHint.after(5000, "ratelimit"));
        assertThat(Hinting.READER.quotaUsedMillis(HeaderLines.of("RateLimit", value)))
                .isEqualTo(5000);
    }

    @Test
    void readsSeveralLinesAsOneList() {
        assertThat(hint429("RateLimit", "\"a\";r=7;t=60", "ratelimit", "", "RATELIMIT", " \"b\";r=0;t=5 "))
                .isEqualTo(ServerHint.after(5000, "ratelimit"));
        assertThat(hint429("RateLimit", "\"a\";r=0;t=60", "RateLimit", "b;r=0")).isEqualTo(ServerHint.none());
    }

    @Test
    void aResponseFromACacheClosesNothing() {
        assertThat(Hinting.READER.quotaUsedMillis(HeaderLines.of("RateLimit", "\"a\";r=0;t=5", "Age", "0")))
                .isEqualTo(-1);
    }

    @Test
    void costsASuccessOneLookUpWhereTheFieldIsAbsent() {
        assertThat(Hinting.READER.quotaUsedMillis(new OneLookUp())).isEqualTo(-1);
    }

    @Test
    void costsASuccessNoAllocationWhereTheFieldIsAbsent() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OneLookUp headers = new OneLookUp();
        quotaUsed(headers, 1000);
        long before = threads.getCurrentThreadAllocatedBytes();
        quotaUsed(headers, 100_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
    }

    private static void quotaUsed(OneLookUp headers, int times) {
        for (int time = 0; time < times; time++) {
            headers.lookUps = 0;
            if (Hinting.READER.quotaUsedMillis(headers) != -1) {
                throw new AssertionError("a hint from nowhere");
            }
        }
    }

    /** Fails on whatever is more than one look-up of the first value. */
    private static final class OneLookUp implements HeaderView {
        private int lookUps;

        @Override
        public @Nullable String first(String name) {
            lookUps++;
            if (lookUps > 1 || !name.equalsIgnoreCase("RateLimit")) {
                throw new AssertionError("look-up " + lookUps + " of " + name);
            }
            return null;
        }

        @Override
        public List<String> all(String name) {
            throw new AssertionError("all " + name);
        }

        @Override
        public void forEach(BiConsumer<String, String> visitor) {
            throw new AssertionError("forEach");
        }
    }
}

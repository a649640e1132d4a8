// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

class LeaseLimitTest {
    private final LeaseLimit limit = new LeaseLimit();

    @Test
    void aShorterTimeoutOfTheCallersStays() {
        RequestConfig config = lease(Timeout.ofMilliseconds(100));

        assertThat(limit.within(config, 100_000_000)).isSameAs(config);
    }

    @Test
    void aLongerOneAndNoneAreCutToTheAttemptAndNothingElseChanges() {
        assertThat(limit.within(lease(Timeout.ofMinutes(3)), 100_000_001).getConnectionRequestTimeout())
                .isEqualTo(Timeout.ofMilliseconds(101));
        assertThat(limit.within(lease(Timeout.DISABLED), 1).getConnectionRequestTimeout())
                .isEqualTo(Timeout.ofMilliseconds(1));
        assertThat(limit.within(lease(Timeout.DISABLED), 1).getResponseTimeout())
                .isEqualTo(Timeout.ofSeconds(5));
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        RequestConfig config = lease(Timeout.ofMinutes(3));
        RequestConfig first = limit.within(config, 8_000_000_000L);

        assertThat(limit.within(config, 8_000_000_000L)).isSameAs(first);
        assertThat(limit.within(config, 7_000_000_000L).getConnectionRequestTimeout())
                .isEqualTo(Timeout.ofSeconds(7));
        assertThat(limit.within(lease(Timeout.ofMinutes(3)), 7_000_000_000L)).isNotSameAs(first);
    }

    private static RequestConfig lease(Timeout timeout) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(Timeout.ofSeconds(5))
                .build();
    }
}

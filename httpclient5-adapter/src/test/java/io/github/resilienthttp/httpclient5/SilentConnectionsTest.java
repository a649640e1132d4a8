// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

/** Attempts that were never written to a connection: what else begins on their route tells whether it is alive. */
class SilentConnectionsTest {
    private static final HttpRoute ROUTE = new HttpRoute(new HttpHost("https", "server.example", 443));
    private static final HttpRoute OTHER = new HttpRoute(new HttpHost("https", "other.example", 443));

    private final SilentConnections silent = new SilentConnections();

    /** An attempt that ran out before its request was written. */
    private boolean dead(long since, long now) {
        return silent.dead(new AttemptStream(null, true, () -> {}), ROUTE, since, now);
    }

    @Test
    void aSecondAttemptThatNeverBeginsFindsTheConnectionDead() {
        silent.begun(ROUTE);
        assertThat(dead(0, 100)).isFalse();
        assertThat(dead(100, 200)).isTrue();
    }

    @Test
    void anAttemptThatWasThereBeforeTheFirstRanOutTellsNothing() {
        assertThat(dead(0, 100)).isFalse();
        assertThat(dead(50, 200)).isFalse();
    }

    @Test
    void whatBeginsMeanwhileShowsThatTheConnectionIsAlive() {
        assertThat(dead(0, 100)).isFalse();
        silent.begun(ROUTE);
        assertThat(dead(100, 200)).isFalse();
        assertThat(dead(200, 300)).isTrue();
    }

    @Test
    void whatBeginsOnAnotherRouteTellsNothing() {
        assertThat(dead(0, 100)).isFalse();
        silent.begun(OTHER);
        assertThat(dead(100, 200)).isTrue();
    }
}

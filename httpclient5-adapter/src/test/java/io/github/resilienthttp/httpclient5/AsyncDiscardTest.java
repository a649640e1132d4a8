// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncDiscardTest {
    @ParameterizedTest
    @MethodSource("io.github.resilienthttp.httpclient5.DiscardTest#small")
    void theConnectionOfASmallBodyIsUsedAgain(Reply error) throws Exception {
        try (AsyncScene scene = scene()) {
            scene.server().on("/").reply(error, Reply.ok("2"));

            assertThat(scene.send(scene.request("GET", "/")).text()).isEqualTo("2");

            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.resilienthttp.httpclient5.DiscardTest#costly")
    void theConnectionOfABodyThatTakesLongIsDroppedInTime(Reply error) throws Exception {
        try (AsyncScene scene = scene()) {
            scene.server().on("/").reply(error, Reply.ok("2"));
            long start = System.nanoTime();

            assertThat(scene.send(scene.request("GET", "/")).text()).isEqualTo("2");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(scene.server().connectionCount()).isEqualTo(2);
        }
    }

    private static AsyncScene scene() {
        return AsyncScene.with("backoff.initial=1ms");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine reads the beginning of an error's body; the caller gets all of it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncErrorBodyTest {
    private static final String HINT = "{\"retryAfter\": 3600, \"message\": \"tomorrow\"}";
    private static final Reply JSON = Reply.status(503).header("Content-Type", "application/json");

    @ParameterizedTest
    @MethodSource("io.github.resilienthttp.httpclient5.ErrorBodyTest#hints")
    void aHintInABodyIsReadAndTheBodyStaysTheCallers(Reply reply) throws Exception {
        try (AsyncScene scene = AsyncScene.with()) {
            scene.server().on("/").reply(reply);

            Answer answer = scene.send(scene.request("GET", "/"));

            assertThat(answer.text()).isEqualTo(HINT);
            assertThat(answer.report().reason()).isEqualTo(Reason.HINT_TOO_LONG);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aTruncatedBodyFailsForTheCaller() throws Exception {
        try (AsyncScene scene = AsyncScene.with("retry.max-attempts=1")) {
            scene.server().on("/").reply(JSON.body("{\"a\"").declaring(50).then(Fate.CLOSE));

            assertThatThrownBy(() -> scene.send(scene.request("GET", "/"))).isInstanceOf(IOException.class);
        }
    }
}

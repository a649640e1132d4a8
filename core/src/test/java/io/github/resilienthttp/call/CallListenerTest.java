// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Listeners hear of every attempt as soon as it is decided, of every wait and of the end. */
class CallListenerTest {
    private final CallScene scene = CallScene.withDefaults();

    @Test
    void hearOfASuccess() {
        scene.success();
        assertThat(scene.told).containsExactly("api GET 200 DELIVER", "call SUCCESS");
    }

    @Test
    void hearOfAnAttemptBeforeTheWaitForTheNext() {
        Call call = scene.sent("GET");
        scene.time.advance(Duration.ofMillis(30));
        Step wait = call.finished(1, status(503), true);
        assertThat(scene.told).containsExactly("api GET 503 RETRY", "wait 50 BACKOFF");
        scene.told.clear();

        assertSend(scene.pass(call, wait), 2);
        call.finished(2, status(404), true);
        assertThat(scene.told).containsExactly("api GET 404 DELIVER");
        call.close();

        assertThat(scene.told).endsWith("call REJECTED");
        assertThat(scene.ended.get(0).elapsedNanos())
                .isEqualTo(Duration.ofMillis(80).toNanos());
    }

    @Test
    void hearOfAnAttemptThatIsGivenUp() {
        scene.once(status(503));
        assertThat(scene.told).containsExactly("api GET 503 GIVE_UP", "call NOT_REPLAYABLE");
    }

    @Test
    void hearOfAnAttemptThatNobodyBroughtToItsEnd() {
        scene.sent("GET").close();
        assertThat(scene.told).containsExactly("api GET 0 GIVE_UP", "call CANCELLED");
    }
}

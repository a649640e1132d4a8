// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.Mode;
import io.github.resilienthttp.testkit.LineLog;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** A scope that is down does not fill the log: the first refusal, then sums. */
class QuietLogTest {
    private static final FakeRequest GET = FakeRequest.of("GET", "Authorization", "Bearer s3cret");
    private static final String SCOPE = "scope=\"https://api.example\"";

    private final LineLog log = new LineLog(Level.INFO);
    private CallScene scene = CallScene.logged(log, settings -> settings);

    private void refused(int calls) {
        for (int n = 0; n < calls; n++) {
            Call call = scene.call();
            assertThat(call.begin(GET)).isInstanceOf(Step.Refuse.class);
            call.close();
        }
    }

    private void down() {
        scene.once(status(429, "Retry-After", "3600"));
        assertThat(log.take()).singleElement().asString().startsWith("WARN client=api method=GET " + SCOPE);
    }

    private void up() {
        scene.client.scopes().all().forEach(scope -> scope.reopen(scene.time.nanos()));
        scene.success();
    }

    @Test
    void theFirstRefusalIsToldAndTheOthersAreCounted() {
        down();
        refused(1);
        assertThat(log.take())
                .containsExactly("INFO client=api method=GET " + SCOPE
                        + " outcome=refused reason=cooling-down attempts=[] notBefore=2026-01-01T01:00:00Z");
        refused(500);
        scene.time.advance(Duration.ofMillis(9_999));
        refused(1);
        assertThat(log.take()).isEmpty();
        scene.time.advance(Duration.ofMillis(1));
        refused(1);
        assertThat(log.take())
                .containsExactly("INFO client=api " + SCOPE + " outcome=refused reason=cooling-down calls=502"
                        + " since=10000ms notBefore=2026-01-01T01:00:00Z");
    }

    @Test
    void thereIsNoMoreThanOneLineInTenSeconds() {
        down();
        for (int second = 0; second < 100; second++) {
            refused(50);
            scene.time.advance(Duration.ofSeconds(1));
        }
        assertThat(log.take()).hasSize(10).last().asString().contains(" calls=500 ");
    }

    @Test
    void whenTheScopeIsWellAgainTheRestIsTold() {
        down();
        refused(8);
        log.take();
        scene.time.advance(Duration.ofSeconds(2));
        up();
        assertThat(log.take()).singleElement().asString().contains(" calls=7 since=2000ms");
        scene.success();
        assertThat(log.take()).isEmpty();
    }

    @Test
    void aScopeThatGoesToAndFroIsNoLouder() {
        down();
        for (int second = 0; second < 60; second++) {
            refused(3);
            up();
            scene.time.advance(Duration.ofSeconds(1));
            scene.once(status(429, "Retry-After", "3600"));
        }
        assertThat(log.take().stream().filter(line -> line.contains("outcome=refused")))
                .hasSizeBetween(6, 14);
    }

    @Test
    void whatIsLeftIsToldWithTheNextCallOrAtTheEnd() {
        down();
        refused(4);
        log.take();
        scene.time.advance(Duration.ofMinutes(5));
        Call elsewhere = scene.call();
        elsewhere.begin(GET.to("other.example"));
        elsewhere.answered(1, 200, FakeHeaders.of(), true);
        elsewhere.close();
        assertThat(log.take()).singleElement().asString().contains(" calls=3 since=300000ms");

        refused(2);
        assertThat(log.take()).isEmpty();
        scene.client.close();
        assertThat(log.take()).singleElement().asString().contains(" calls=2 since=0ms");
        scene.client.close();
        assertThat(log.take()).isEmpty();
    }

    @Test
    void afterAQuietTimeTheNextRefusalIsAFirstOneAgain() {
        down();
        refused(1);
        log.take();
        scene.time.advance(Duration.ofSeconds(11));
        refused(1);
        assertThat(log.take()).singleElement().asString().contains(" method=GET ");
    }

    @Test
    void itsMemoryIsBounded() {
        scene = CallScene.logged(log, settings -> settings);
        for (int host = 0; host < 500; host++) {
            for (int n = 0; n < 3; n++) {
                Call call = scene.call();
                if (call.begin(GET.to("h" + host + ".example")) instanceof Step.Send) {
                    call.finished(1, status(429, "Retry-After", "3600"), false);
                }
                call.close();
            }
        }
        assertThat(log.take().stream().filter(line -> line.contains("outcome=refused")))
                .hasSize(65);
        scene.client.close();
        assertThat(log.take())
                .hasSize(65)
                .anyMatch(line -> line.contains("scope=\"*\"") && line.contains(" calls=871 "));
    }

    @Test
    void whatIsOnlyObservedIsCountedAsWell() {
        scene = CallScene.logged(log, settings -> settings.mode(Mode.OBSERVE));
        scene.once(status(429, "Retry-After", "3600"));
        log.take();
        for (int n = 0; n < 20; n++) {
            scene.success();
        }
        assertThat(log.take()).singleElement().asString().contains(" mode=observe outcome=success ");
        scene.client.close();
        assertThat(log.take())
                .containsExactly(
                        "INFO client=api " + SCOPE + " mode=observe wouldRefuse=cooling-down calls=19 since=0ms");
    }

    @Test
    void nothingIsCountedWhereNothingIsLogged() {
        LineLog warnings = new LineLog(Level.WARN);
        scene = CallScene.logged(warnings, settings -> settings);
        scene.once(status(429, "Retry-After", "3600"));
        warnings.take();
        refused(5);
        scene.client.close();
        assertThat(warnings.take()).isEmpty();
    }
}

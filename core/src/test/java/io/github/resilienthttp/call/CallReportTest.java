// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallReportTest {
    private final CallScene scene = CallScene.withDefaults();

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    /** Sent again after 30 milliseconds and a wait of 50; the second attempt takes ten. */
    private List<AttemptReport> endingWith(int last) {
        Call call = scene.sent("GET");
        scene.time.advance(Duration.ofMillis(30));
        assertSend(scene.pass(call, call.finished(1, status(503), true)), 2);
        scene.time.advance(Duration.ofMillis(10));
        call.finished(2, status(last), true);
        call.close();
        return call.report().attempts();
    }

    @Test
    void timesCountFromTheStartOfTheCall() {
        List<AttemptReport> attempts = endingWith(404);
        assertThat(attempts).extracting(AttemptReport::startNanos).containsExactly(0L, millis(80));
        assertThat(attempts).extracting(AttemptReport::endNanos).containsExactly(millis(30), millis(90));
        assertThat(attempts).extracting(AttemptReport::waitBeforeNanos).containsExactly(0L, millis(50));
    }

    @Test
    void anAttemptThatWasRepeatedHasNoReasonWhyNot() {
        assertThat(endingWith(404)).extracting(AttemptReport::reason).containsExactly(null, Reason.REJECTED);
    }

    @Test
    void neitherHasASuccess() {
        assertThat(endingWith(200)).extracting(AttemptReport::reason).containsExactly(null, null);
    }

    @Test
    void aReportOfACallUnderWayHasOnlyWhatHasEnded() {
        Call call = scene.sent("GET");
        assertThat(call.report().attempts()).isEmpty();
        scene.pass(call, call.finished(1, status(503), true));
        assertThat(call.report().attempts()).singleElement().returns(Verdict.TRANSIENT, AttemptReport::verdict);
        call.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.failure;
import static io.github.resilienthttp.call.CallScene.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A user's own opinion on what an outcome means. */
class CallClassifierTest {
    private static Call sent(Classifier own) {
        return CallScene.classified(own).sent("GET");
    }

    private static Step answered(Call call, int status) {
        return call.answered(1, status, FakeHeaders.of(), true);
    }

    @Test
    void comesFirst() {
        List<String> asked = new ArrayList<>();
        Call call = sent((method, outcome) -> {
            asked.add(method + " " + ((Outcome.Response) outcome).status());
            return Verdict.TRANSIENT;
        });
        assertThat(answered(call, 200)).isInstanceOf(Step.Wait.class);
        assertThat(asked).containsExactly("GET 200");
        call.close();
    }

    @Test
    void mayCallAnErrorASuccess() {
        Call call = sent((method, outcome) -> Verdict.SUCCESS);
        assertDeliver(answered(call, 404));
        call.close();
        assertThat(reasonOf(call)).isEqualTo(Reason.SUCCESS);
    }

    @Test
    void whoHasNoneLeavesItToTheTable() {
        Call call = sent((method, outcome) -> null);
        assertDeliver(answered(call, 404));
        call.close();
        assertThat(reasonOf(call)).isEqualTo(Reason.REJECTED);
    }

    @Test
    void oneThatThrowsIsNone() {
        Call call = sent((method, outcome) -> {
            throw new IllegalStateException("no opinion");
        });
        assertDeliver(answered(call, 200));
        call.close();
        assertThat(reasonOf(call)).isEqualTo(Reason.SUCCESS);
    }

    @Test
    void anExceptionIsNoSuccessWhateverIsSaid() {
        Call call = sent((method, outcome) -> Verdict.SUCCESS);
        assertThat(call.finished(1, failure(FailureKind.UNREACHABLE), true)).isInstanceOf(Step.Wait.class);
        call.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcome to verdict and to the breaker's mark, row by row. */
class ClassifierTest {
    private static final Set<Integer> PERMANENT = Set.of(501, 505, 506, 507, 508, 510, 511);

    @Test
    void every1xx2xxAnd3xxIsASuccess() {
        for (int status = 100; status < 400; status++) {
            assertRow(Deciding.response(status), Verdict.SUCCESS, BreakerMark.SUCCESS);
        }
    }

    @Test
    void every4xxOtherThan429IsRejectedByAServerThatIsWell() {
        for (int status = 400; status < 500; status++) {
            if (status != 429) {
                assertRow(Deciding.response(status), Verdict.REJECTED, BreakerMark.SUCCESS);
            }
        }
    }

    @Test
    void a429IsThrottledWithOrWithoutAHint() {
        assertRow(Deciding.response(429), Verdict.THROTTLED, BreakerMark.NEUTRAL);
        assertRow(Deciding.response(429, "Retry-After", "3"), Verdict.THROTTLED, BreakerMark.NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505, 506, 507, 508, 510, 511})
    void waitingDoesNotCure(int status) {
        assertRow(Deciding.response(status), Verdict.PERMANENT, BreakerMark.NEUTRAL);
    }

    @Test
    void everyOther5xxIsTransient() {
        for (int status = 500; status < 600; status++) {
            if (!PERMANENT.contains(status)) {
                assertRow(Deciding.response(status), Verdict.TRANSIENT, BreakerMark.FAILURE);
            }
        }
    }

    @Test
    void codesThatNoServerMaySendAreTakenAsTheyCome() {
        assertRow(Deciding.response(0), Verdict.SUCCESS, BreakerMark.SUCCESS);
        assertRow(Deciding.response(-1), Verdict.SUCCESS, BreakerMark.SUCCESS);
        assertRow(Deciding.response(600), Verdict.TRANSIENT, BreakerMark.FAILURE);
        assertRow(Deciding.response(999), Verdict.TRANSIENT, BreakerMark.FAILURE);
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, UNREACHABLE, FAILURE",
        "BROKEN, BROKEN, FAILURE",
        "PROTOCOL, PERMANENT, FAILURE",
        "INVALID_REQUEST, PERMANENT, NONE",
        "LOCAL, LOCAL, NONE",
        "ENDED, ENDED, NONE"
    })
    void failure(FailureKind kind, Verdict verdict, BreakerMark mark) {
        assertRow(Deciding.failure(kind), verdict, mark);
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, FAILURE", "BROKEN, FAILURE", "PROTOCOL, FAILURE", "LOCAL, NONE", "ENDED, NONE"})
    void anExceptionThatAUserCallsPermanentCountsOnlyWhereTheServerHadAPartInIt(FailureKind kind, BreakerMark mark) {
        assertThat(Classifier.breakerMark(Verdict.PERMANENT, Deciding.failure(kind)))
                .isEqualTo(mark);
    }

    @Test
    void a200ThatAUserCallsAFailureCountsAsOne() {
        Outcome ok = Deciding.response(200);
        assertThat(Classifier.breakerMark(Verdict.TRANSIENT, ok)).isEqualTo(BreakerMark.FAILURE);
        assertThat(Classifier.breakerMark(Verdict.THROTTLED, ok)).isEqualTo(BreakerMark.NEUTRAL);
        assertThat(Classifier.breakerMark(Verdict.PERMANENT, ok)).isEqualTo(BreakerMark.NEUTRAL);
    }

    private static void assertRow(Outcome outcome, Verdict verdict, BreakerMark mark) {
        assertThat(Classifier.standard(outcome)).as("%s", outcome).isEqualTo(verdict);
        assertThat(Classifier.breakerMark(verdict, outcome)).as("%s", outcome).isEqualTo(mark);
    }
}

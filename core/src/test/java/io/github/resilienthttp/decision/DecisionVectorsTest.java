// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.hint.HintReader;
import io.github.resilienthttp.hint.HintVector;
import io.github.resilienthttp.hint.HintVectors;
import io.github.resilienthttp.hint.JsonReader;
import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.json.JsonSupport;
import io.github.resilienthttp.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shared vectors say of decisions, through the reader of hints and the rules. */
class DecisionVectorsTest {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LONG_MILLIS = 3_600_000;

    static List<HintVector> decisions() {
        return HintVectors.all().stream().filter(HintVector::statesDecision).toList();
    }

    static List<HintVector> saturated() {
        return HintVectors.all().stream().filter(HintVector::saturated).toList();
    }

    @Test
    void everyGroupIsThere() {
        assertThat(decisions().stream().map(HintVector::group))
                .contains(
                        "over-cap",
                        "deadline",
                        "status",
                        "vendor-should-retry",
                        "vendor-pushback",
                        "body-problem",
                        "github");
        assertThat(saturated()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void decides(HintVector vector) {
        ServerHint hint = read(vector);
        switch (vector.expectResult()) {
            case "delay" -> assertDelay(vector, decide(vector, hint, 0));
            case "fail-fast" -> {
                Reason why = vector.maxRetryAfterMs() == null ? Reason.DEADLINE : Reason.HINT_TOO_LONG;
                assertThat(decide(vector, hint, 0)).isEqualTo(new Decision.GiveUp(why));
                assertThat(hint.delayMillis()).isEqualTo(vector.expectMs());
            }
            case "no-retry" ->
                assertThat(decide(vector, hint, 0))
                        .isEqualTo(new Decision.GiveUp(
                                vector.status() == 429 || vector.status() >= 500
                                        ? Reason.FORBIDDEN_BY_SERVER
                                        : Reason.REJECTED));
            case "absent" ->
                assertThat(decide(vector, hint, 0))
                        .isEqualTo(new Decision.GiveUp(vector.status() == 429 ? Reason.NO_HINT : Reason.SUCCESS));
            default -> throw new IllegalStateException(vector.expectResult());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.999_999_999})
    void noDelayIsShortenedByTheRandomNumber(double random) {
        decisions().stream()
                .filter(vector -> vector.expectResult().equals("delay"))
                .forEach(vector -> assertDelay(vector, decide(vector, read(vector), random)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("saturated")
    void aSaturatedHintFailsFastUnderTheLongestWaitThereIs(HintVector vector) {
        Policy patient = Deciding.policy(p -> p.set("retry-after.max-wait", "24h"));
        assertThat(decide(patient, vector, read(vector), 0)).isEqualTo(new Decision.GiveUp(Reason.HINT_TOO_LONG));
    }

    private static void assertDelay(HintVector vector, Decision decision) {
        long floor = Objects.requireNonNull(vector.expectMs()) * NANOS_PER_MILLI;
        assertThat(decision).as(vector.id()).isInstanceOfSatisfying(Decision.Retry.class, retry -> {
            assertThat(retry.delayNanos()).isBetween(floor, floor + Math.min(floor / 10, 1_000 * NANOS_PER_MILLI));
            assertThat(retry.source()).isEqualTo(WaitSource.HINT);
        });
    }

    private static Decision decide(HintVector vector, ServerHint hint, double random) {
        Long cap = vector.maxRetryAfterMs();
        return decide(
                Deciding.policy(p -> cap == null ? p : p.set("retry-after.max-wait", cap + "ms")),
                vector,
                hint,
                random);
    }

    private static Decision decide(Policy policy, HintVector vector, ServerHint hint, double random) {
        Long left = vector.remainingDeadlineMs();
        Situation now = new Situation(1, true, true, (left == null ? LONG_MILLIS : left) * NANOS_PER_MILLI, 0, 0);
        Verdict verdict = Classifier.standard(new Outcome.Response(vector.status(), vector.headers(), null));
        return new RetryRules(policy).decide(verdict, vector.status(), hint, now, random);
    }

    /** Headers first; the body where they say nothing. */
    private static ServerHint read(HintVector vector) {
        HintReader reader = new HintReader(Deciding.policy(p -> p).hint());
        ServerHint hint = reader.readHeaders(vector.status(), vector.headers(), vector.now());
        String body = vector.body();
        if (hint.kind() != ServerHint.Kind.NONE || body == null) {
            return hint;
        }
        JsonReader json = Objects.requireNonNull(JsonSupport.find());
        return reader.readBody(json.parse(body.getBytes(StandardCharsets.UTF_8)));
    }
}

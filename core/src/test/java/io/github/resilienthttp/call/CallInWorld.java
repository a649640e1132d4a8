// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.CallReport;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of a {@link CallWorld}, driven as a driver would, and what may be expected of it. */
final class CallInWorld {
    private static final Set<Reason> OF_REFUSALS =
            Set.of(Reason.CANCELLED, Reason.COOLING_DOWN, Reason.CIRCUIT_OPEN, Reason.RATE_LIMITED, Reason.DEADLINE);

    private final CallWorld world;
    private final boolean get;
    private final long deadline;
    final Call call;
    private @Nullable Step step;
    private int sends;
    private boolean mayHaveActed;
    private long ownHint;
    private boolean cancelled;
    private boolean refusedByUs;

    CallInWorld(CallWorld world, boolean get) {
        this.world = world;
        this.get = get;
        this.call = world.scene.call();
        this.deadline =
                world.now() + world.scene.client.policy().timeout().total().toNanos();
    }

    void begin() {
        follow(call.begin(FakeRequest.of(get ? "GET" : "POST")));
    }

    boolean sending() {
        return step instanceof Step.Send;
    }

    boolean over() {
        return step instanceof Step.Deliver || step instanceof Step.Refuse;
    }

    /** The time it asks again at; for ever where it does not wait. */
    long resumesAt() {
        if (step instanceof Step.Wait wait) {
            return call.awake() ? world.now() : wait.until();
        }
        return Long.MAX_VALUE;
    }

    void resume() {
        follow(call.resumed());
    }

    void answer(WorldOutcome outcome) {
        mayHaveActed = outcome.mayHaveActed();
        ownHint = world.now() + outcome.hintMillis() * 1_000_000L;
        world.ended(call.attemptStart, outcome.neverSent());
        follow(call.finished(sends, outcome.outcome(), true));
    }

    void cancel() {
        cancelled = true;
        call.cancel();
    }

    private void follow(Step next) {
        step = next;
        if (next instanceof Step.Send send) {
            sends++;
            assertThat(send.attempt())
                    .isEqualTo(sends)
                    .isLessThanOrEqualTo(world.scene.client.policy().retry().maxAttempts());
            assertThat(cancelled).as("sent after it was cancelled").isFalse();
            assertThat(mayHaveActed && !get).as("an unsafe request sent twice").isFalse();
            assertThat(world.now()).as("own hint").isGreaterThanOrEqualTo(ownHint);
            assertThat(world.now()).as("hint to the scope").isGreaterThanOrEqualTo(world.closedUntil());
            assertThat(world.now()).as("deadline").isLessThan(deadline);
            world.begun();
        } else if (next instanceof Step.Wait wait) {
            assertThat(wait.until()).as("a wait that fits").isLessThanOrEqualTo(deadline - 50_000_000);
        } else {
            refusedByUs = next instanceof Step.Refuse refuse && refuse.failure() instanceof CallRefusedException;
        }
    }

    /** Whatever it is doing: like an adapter whose caller has gone. */
    CallReport close() {
        boolean abandoned = !over();
        if (sending()) {
            world.ended(call.attemptStart, false);
        }
        call.close();
        CallReport report = call.report();
        assertThat(report.attempts()).as("attempts reported").hasSize(sends);
        if (refusedByUs) {
            assertThat(report.outcome()).isEqualTo(CallOutcome.REFUSED);
            assertThat(report.reason()).isIn(OF_REFUSALS);
        } else if (abandoned) {
            assertThat(report.reason()).isEqualTo(Reason.CANCELLED);
        } else {
            assertThat(report.outcome()).isNotEqualTo(CallOutcome.REFUSED);
        }
        if (cancelled && sends == 0) {
            assertThat(report.outcome()).isEqualTo(CallOutcome.REFUSED);
        }
        return report;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Where there is neither a response nor an exception to give: one type, which tells what there was. */
public abstract class RefusalContract extends Contract {
    /** For subclasses. */
    protected RefusalContract() {}

    @Test
    void itSaysWhoseItIsAndWhy() {
        ContractScene scene = GateContract.opened(this);

        Ending refused = scene.send("GET", "/");

        CallRefusedException refusal = refused.refusal();
        assertThat(refusal).isInstanceOf(IOException.class).hasMessageContaining("circuit-open");
        assertThat(refusal.client()).isEqualTo("default");
        assertThat(refusal.scope()).isEqualTo(refused.report().scope());
        assertThat(refusal.status()).isZero();
        assertThat(refusal.response()).isNull();
        assertThat(refused.reason()).isEqualTo(Reason.CIRCUIT_OPEN);
    }

    /** The wait that was ended had a response before it, which is gone. */
    @Test
    void itCarriesWhatIsLeftOfTheResponseThatWasGivenUp() {
        needs(Trait.CANCEL);
        ContractScene scene = scene("error.code-pointer=/code");
        Reply told = HintContract.json(MUCH_LATER, "{\"code\": \"overloaded\"}").header("X-Request-Id", "7");
        scene.server().on("/").reply(told, OK);
        Running running = Standstill.waiting(scene);

        running.cancel();
        scene.ending(running);

        // A client that calls back may tell its caller that he cancelled, and no more.
        Ending ending = running.await();
        assertThat(ending.report().outcome()).isEqualTo(CallOutcome.REFUSED);
        ErrorDetails error = ending.report().error();
        assertThat(error).isNotNull();
        assertThat(error.code()).isEqualTo("overloaded");
        if (has(Trait.INTERRUPT)) {
            CallRefusedException refusal = ending.refusal();
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.response()).isNotNull();
            assertThat(refusal.response().headers()).containsKey("x-request-id");
            assertThat(refusal.error()).isEqualTo(error);
        }
    }

    /** An exception is something to give: no refusal then. */
    @Test
    void afterAFailureTheLastExceptionIsGivenInstead() {
        needs(Trait.CANCEL, Trait.INTERRUPT);
        ContractScene scene = scene("backoff.initial=30s", "backoff.max=30s", "timeout.total=2m");
        scene.server().on("/").reply(Reply.nothing(Fate.RESET), OK);
        Running running = Standstill.waiting(scene);

        running.cancel();
        Ending ending = scene.ending(running);

        assertThat(ending.causes()).contains(ending.report().attempts().get(0).failure());
        assertThat(ending.causes()).noneMatch(CallRefusedException.class::isInstance);
        assertThat(ending.reason()).isEqualTo(Reason.CANCELLED);
    }

    /** The wait began while there was room; when it ends there is none. */
    @Test
    void aRetryThatIsRefusedOnResumingCarriesItAsWell() {
        CountDownLatch waits = new CountDownLatch(1);
        ResilienceListener waiting = new ResilienceListener() {
            @Override
            public void onWait(String client, WaitSource source, long nanos) {
                waits.countDown();
            }
        };
        ContractScene scene = scene(4, builder -> builder.listener(waiting), "circuit-breaker.open-for=1m");
        scene.server().on("/").reply(BUSY.header("retry-after-ms", "500").header("X-Which", "first"), OK);
        Running running = scene.start(scene.request("GET", "/"));
        ContractScene.await("a wait", () -> waits.getCount() == 0);
        scene.awaitNoLease();
        scene.engine().clients().get("default").scopes().all().forEach(scope -> scope.isolate());

        Ending ending = scene.ending(running);

        CallRefusedException refusal = ending.refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.response()).isNotNull();
        assertThat(refusal.response().headers()).containsKey("x-which");
        assertThat(ending.report().attempts()).hasSize(1);
        assertThat(scene.server().requestCount()).isEqualTo(1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hint keeps all calls of a scope from the server until its time. */
public abstract class CooldownContract extends Contract {
    private static final String ONCE = "retry.max-attempts=1";
    private static final Reply CLOSES_AN_HOUR = Reply.status(429).header("Retry-After", "3600");

    /** For subclasses. */
    protected CooldownContract() {}

    @Test
    void theNextCallWaitsUntilTheTimeThatTheServerNamed() {
        ContractScene scene = scene(ONCE);
        scene.server().on("/first").reply(Reply.status(429).header("retry-after-ms", "200"));
        scene.server().on("/second").reply(OK);
        assertThat(scene.send("GET", "/first").status()).isEqualTo(429);

        Ending second = scene.send("POST", "/second");

        assertThat(second.text()).isEqualTo("done");
        assertThat(scene.between(0, 1)).isBetween(Duration.ofMillis(200), SOON);
        assertThat(second.report().attempts().get(0).waitBeforeSource()).isEqualTo(WaitSource.COOLDOWN);
    }

    @Test
    void aCallThatWouldWaitTooLongIsRefusedWithoutAConnection() {
        ContractScene scene = scene();
        scene.server().on("/").reply(CLOSES_AN_HOUR, OK);
        scene.send("GET", "/");
        int connections = scene.server().connectionCount();
        Instant before = Instant.now();

        Ending refused = scene.send("GET", "/");

        assertThat(refused.refusal().reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(refused.refusal().notBefore())
                .isBetween(before.plusSeconds(3590), Instant.now().plusSeconds(3601));
        assertThat(refused.refusal().notBefore()).isEqualTo(refused.report().notBefore());
        assertThat(refused.report().outcome()).isEqualTo(CallOutcome.REFUSED);
        assertThat(refused.report().attempts()).isEmpty();
        assertThat(scene.server().requestCount()).isEqualTo(1);
        assertThat(scene.server().connectionCount()).isEqualTo(connections);
    }

    @Test
    void theScopeOpensWhenTheTimeHasCome() {
        ContractScene scene = scene();
        scene.server().on("/").reply(CLOSES_AN_HOUR, OK);
        scene.send("GET", "/");
        scene.time().skip(Duration.ofSeconds(3601));

        assertThat(scene.send("GET", "/").text()).isEqualTo("done");
    }

    @Test
    void anotherScopeIsOpen() {
        ContractScene scene = scene();
        scene.server().on("/").reply(CLOSES_AN_HOUR, OK);
        scene.send("GET", "/");

        Ending other = scene.send(scene.request("GET", "/").with(CallOptions.NONE.withScope("another")));

        assertThat(other.text()).isEqualTo("done");
    }

    @Test
    void aQuotaThatIsUsedUpClosesTheScopeBeforeAnybodyIsToldOff() {
        ContractScene scene = scene();
        scene.server().on("/").reply(OK.header("RateLimit", "\"hour\";r=0;t=3600"), OK);

        assertThat(scene.send("GET", "/").reason()).isEqualTo(Reason.SUCCESS);
        assertThat(scene.send("GET", "/").reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(scene.server().requestCount()).isEqualTo(1);
    }

    @Test
    void a404WithAHintClosesNothing() {
        ContractScene scene = scene();
        scene.server().on("/").reply(Reply.status(404).header("Retry-After", "3600"), OK);
        scene.send("GET", "/");

        assertThat(scene.send("GET", "/").text()).isEqualTo("done");
    }

    @Test
    void onReopeningOneCallGoesFirstAndTheOthersWaitForItsAnswer() {
        Duration slow = Duration.ofMillis(100);
        ContractScene scene = scene(ONCE);
        scene.server().on("/first").reply(Reply.status(429).header("retry-after-ms", "150"));
        scene.server().on("/then").reply(OK.after(slow));
        scene.send("GET", "/first");

        List<Running> calls = Stream.generate(() -> scene.start(scene.request("GET", "/then")))
                .limit(3)
                .toList();

        assertThat(calls)
                .allSatisfy(call -> assertThat(scene.ending(call).text()).isEqualTo("done"));
        assertThat(scene.between(0, 1)).isBetween(Duration.ofMillis(150), SOON);
        assertThat(scene.between(1, 2)).isBetween(slow, SOON);
    }

    @Test
    void onlySoManyCallsWait() {
        ContractScene scene = scene(ONCE, "cooldown.max-waiting=1");
        scene.server().on("/").reply(Reply.status(429).header("retry-after-ms", "600"), OK);
        scene.send("GET", "/");
        Running waiting = scene.start(scene.request("GET", "/"));
        ContractScene.await("a call in line", () -> scene.state().waiting() == 1);

        Ending refused = scene.start(scene.request("GET", "/")).await();

        assertThat(refused.refusal().reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(scene.ending(waiting).text()).isEqualTo("done");
    }

    @Test
    void whereItIsSwitchedOffNobodyWaitsForOthers() {
        ContractScene scene = scene("cooldown.enabled=false");
        scene.server().on("/").reply(CLOSES_AN_HOUR, OK);
        scene.send("GET", "/");

        assertThat(scene.send("GET", "/").text()).isEqualTo("done");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls at once over few connections, with faults by chance: what they claim is what the server saw. */
public abstract class ConcurrencyContract extends Contract {
    private static final int CALLS = 50;

    /** For subclasses. */
    protected ConcurrencyContract() {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void requestsClaimedAreRequestsSeen(long seed) {
        ContractScene scene = scene(
                8, builder -> {}, "budget.enabled=false", "circuit-breaker.enabled=false", "cooldown.enabled=false");
        Random random = new Random(seed);
        for (int i = 0; i < CALLS; i++) {
            scene.server().on("/" + i).reply(fault(random), fault(random), Reply.ok("done " + i));
        }
        List<Sample> samples = Sample.sentOnce(this);
        List<Running> calls = new ArrayList<>();
        List<Sample> sent = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            sent.add(sample);
            calls.add(scene.start(sample.at(scene, "/" + i)));
        }

        for (int i = 0; i < CALLS; i++) {
            Ending ending = calls.get(i).await();
            String target = "/" + i;
            List<AttemptReport> attempts = ending.report().attempts();
            // Told by the caller's exception or response; the wire may be a moment behind for none of them.
            long seen = scene.server().requests().stream()
                    .filter(request -> request.target().equals(target))
                    .count();
            // What ended with the connection of another may have got no further than what stands before the server.
            long least = has(Trait.OWN_CONNECTIONS)
                    ? attempts.size()
                    : attempts.stream().filter(attempt -> attempt.status() > 0).count();
            assertThat(seen).as("%s %s: %s", sent.get(i), target, ending).isBetween(least, (long) attempts.size());
            if (ending.status() == 200 && sent.get(i).answersWithBody()) {
                assertThat(ending.text()).isEqualTo("done " + i);
            }
        }
        scene.awaitRest();
    }

    private static Reply fault(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> BUSY;
            case 1 -> BUSY.chunked().closing();
            case 2 -> Reply.nothing(Fate.RESET);
            case 3 -> Reply.status(429).header("retry-after-ms", "5");
            case 4 -> HintContract.json(BUSY, "{\"message\": \"busy\"}").after(Duration.ofMillis(10));
            case 5 -> BUSY.body("x".repeat(100_000));
            case 6 ->
                HintContract.json(Reply.status(429), "{\"retryAfter\": 0.005}").chunked();
            default -> Reply.nothing(Fate.CLOSE);
        };
    }
}

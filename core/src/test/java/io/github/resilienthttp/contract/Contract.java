// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.ResilientHttpBuilder;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;

/** One theme of the contract. Each test has scenes of its own, and fails where one of them was left with anything leaked. */
@Timeout(60)
public abstract class Contract {
    /** Upper bound of what must end soon: what it would last otherwise is 15 s. */
    static final Duration SOON = ContractScene.SOON;

    static final Reply OK = Reply.ok("done");
    static final Reply BUSY = Reply.status(503).body("busy");
    static final Reply MUCH_LATER =
            Reply.status(503).header("Retry-After", "15").body("later");

    private final List<ContractScene> scenes = new ArrayList<>();

    /** For subclasses. */
    protected Contract() {}

    /**
     * The adapter that this class puts to the test.
     *
     * @return the same kind each time
     */
    protected abstract AdapterKind adapter();

    @AfterEach
    void nothingIsLeaked() {
        AssertionError leaks = new AssertionError("left behind");
        // The last one first: its threads are strange to those before it.
        for (int i = scenes.size() - 1; i >= 0; i--) {
            try {
                scenes.get(i).close();
            } catch (IOException | RuntimeException | AssertionError leak) {
                leaks.addSuppressed(leak);
            }
        }
        if (leaks.getSuppressed().length > 0) {
            throw leaks;
        }
    }

    /** Aborts a test of what this adapter cannot do. */
    final void needs(Trait... traits) {
        for (Trait trait : traits) {
            Assumptions.assumeFalse(adapter().lacks().contains(trait), adapter().prefix() + " lacks " + trait);
        }
    }

    final boolean has(Trait trait) {
        return !adapter().lacks().contains(trait);
    }

    /** Settings are {@code key=value} of the default client. */
    final ContractScene scene(String... settings) {
        return scene(4, builder -> {}, settings);
    }

    final ContractScene scene(int connections, Consumer<ResilientHttpBuilder> engine, String... settings) {
        ContractScene opened = new ContractScene(adapter(), connections, engine, List.of(settings));
        scenes.add(opened);
        return opened;
    }

    /** What every call that ended must show: the report claims as many attempts as the server saw requests. */
    static void assertEnded(ContractScene scene, Ending ending, Reason reason, int requests) {
        assertThat(scene.server().requests())
                .as("requests on the wire of %s, %s", ending, ending.report())
                .hasSize(requests);
        assertThat(ending.reason()).as("reason of %s", ending.report()).isEqualTo(reason);
        assertThat(ending.report().attempts())
                .as("attempts in the report")
                .hasSize(requests)
                .extracting(AttemptReport::number)
                .isSorted();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who enters a scope, and who forgets it. */
@Tag("interleaving")
class ScopeInterleavingTest {
    private static final long NOW = 1_000;

    private static Scope scope() {
        Gates gates = new Gates(
                DisabledBreaker.INSTANCE,
                UnlimitedLimiter.INSTANCE,
                0,
                Cooldown.of(CooldownScene.settings(10_000, 5, 10_000)),
                UnlimitedBudget.INSTANCE);
        return new Scope(new ScopeKey("https", "a", 443, null), "https://a", gates);
    }

    @Test
    void whatSomebodyEntersIsNotForgotten() {
        explore(() -> {
            Scope scope = scope();
            AtomicBoolean entered = new AtomicBoolean();
            AtomicBoolean forgotten = new AtomicBoolean();

            together(() -> entered.set(scope.tryPin(NOW)), () -> forgotten.set(scope.retire(NOW)));

            require(entered.get() != forgotten.get(), "entered " + entered + ", forgotten " + forgotten);
        });
    }

    @Test
    void whatSomebodyLeftClosedIsNotForgotten() {
        explore(() -> {
            Scope scope = scope();
            AtomicBoolean closed = new AtomicBoolean();
            AtomicBoolean forgotten = new AtomicBoolean();

            together(
                    () -> {
                        if (scope.tryPin(NOW)) {
                            scope.close(NOW + 500, NOW);
                            closed.set(true);
                            scope.unpin();
                        }
                    },
                    () -> forgotten.set(scope.retire(NOW)));

            require(closed.get() != forgotten.get(), "closed " + closed + ", forgotten " + forgotten);
        });
    }

    @Test
    void pinsAreCounted() {
        explore(() -> {
            Scope scope = scope();
            scope.tryPin(NOW);

            together(scope::unpin, () -> scope.tryPin(NOW), () -> {
                scope.tryPin(NOW);
                scope.unpin();
            });

            require(scope.active() == 1, "pins " + scope.active());
        });
    }
}

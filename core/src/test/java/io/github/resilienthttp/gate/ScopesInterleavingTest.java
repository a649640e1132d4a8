// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleaving")
class ScopesInterleavingTest {
    private static final long NOW = 1_000;

    /** Gates that are always at rest. */
    private static final class Making implements GatesFactory {
        private final long patience;

        Making(long patience) {
            this.patience = patience;
        }

        @Override
        public void check(String label) {}

        @Override
        public Gates create(String label, @Nullable Gates old) {
            return new Gates(
                    DisabledBreaker.INSTANCE,
                    UnlimitedLimiter.INSTANCE,
                    patience,
                    Cooldown.NONE,
                    UnlimitedBudget.INSTANCE);
        }

        @Override
        public void forget(String label, Gates gates) {}
    }

    private static Scope acquire(Scopes scopes, String host) {
        return scopes.acquire("https", host, 443, null, NOW);
    }

    @Test
    void whatSomebodyHoldsIsNeverForgotten() {
        explore(() -> {
            Scopes scopes = new Scopes("api", 1, new Making(0));
            acquire(scopes, "a").unpin();
            Scope[] held = new Scope[2];

            together(() -> held[0] = acquire(scopes, "a"), () -> held[1] = acquire(scopes, "b"));

            Collection<Scope> known = scopes.all();
            for (Scope scope : held) {
                require(known.contains(scope), scope.label() + " is in use and forgotten");
                require(scope.active() == 1, "pins " + scope.active());
            }
        });
    }

    @Test
    void aNewPolicyReachesTheScopeThatIsMadeMeanwhile() {
        explore(() -> {
            Scopes scopes = new Scopes("api", 2, new Making(1));
            acquire(scopes, "a").unpin();

            together(() -> scopes.reconfigure(new Making(2)), () -> acquire(scopes, "b"));

            for (Scope scope : scopes.all()) {
                require(scope.gates().limiterPatience() == 2, scope.label() + " has the policy of before");
            }
        });
    }
}

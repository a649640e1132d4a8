// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleaving")
class ScopesInterleavingTest {
    private static final long NOW = 1_000;

    /** Gates that have a cool-down and nothing else. */
    private static final class Making implements GatesFactory {
        private final Set<Gates> forgotten = ConcurrentHashMap.newKeySet();
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
                    Cooldown.of(CooldownScene.settings(10_000, 5, 10_000)),
                    UnlimitedBudget.INSTANCE);
        }

        @Override
        public void forget(String label, Gates gates) {
            forgotten.add(gates);
        }
    }

    private static Scope acquire(Scopes scopes, String host) {
        return scopes.acquire("https", host, 443, null, NOW);
    }

    @Test
    void whatSomebodyHoldsIsNeverForgotten() {
        explore(() -> {
            Making making = new Making(0);
            Scopes scopes = new Scopes("api", 1, making);
            acquire(scopes, "a").unpin();
            Scope[] held = new Scope[2];

            together(() -> held[0] = acquire(scopes, "a"), () -> held[1] = acquire(scopes, "b"));

            Collection<Scope> known = scopes.all();
            for (Scope scope : held) {
                require(known.contains(scope), scope.label() + " is in use and forgotten");
                require(!making.forgotten.contains(scope.gates()), scope.label() + " is in use without its gates");
                require(scope.active() == 1, "pins " + scope.active());
            }
        });
    }

    @Test
    void whatWasLeftClosedIsNotForgottenHoweverShortSomebodyWasInside() {
        explore(() -> {
            Scopes scopes = new Scopes("api", 1, new Making(0));
            acquire(scopes, "a").unpin();

            together(
                    () -> {
                        Scope scope = acquire(scopes, "a");
                        scope.close(NOW + 500, NOW);
                        scope.unpin();
                    },
                    () -> acquire(scopes, "b").unpin());

            require(acquire(scopes, "a").closedUntil(NOW) == NOW + 500, "it has forgotten that it is closed");
        });
    }

    @Test
    void pinsAreCounted() {
        explore(() -> {
            Scopes scopes = new Scopes("api", 1, new Making(0));
            Scope scope = acquire(scopes, "a");

            together(() -> acquire(scopes, "a"), () -> acquire(scopes, "a").unpin(), scope::unpin);

            require(scope.active() == 1, "pins " + scope.active());
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

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScopesTest {
    @Test
    void theSameKeyIsTheSameScope() {
        ScopesScene scene = new ScopesScene(10);
        Scope first = scene.acquire("a");
        Scope between = scene.acquire("b");
        assertThat(scene.acquire("a")).isSameAs(first).isNotSameAs(between);
        assertThat(first.active()).isEqualTo(2);
        assertThat(scene.scopes.acquire("http", "a", 443, null, scene.now())).isNotSameAs(first);
        assertThat(scene.scopes.acquire("https", "a", 444, null, scene.now())).isNotSameAs(first);
        assertThat(scene.scopes.acquire("https", "a", 443, "x", scene.now())).isNotSameAs(first);
    }

    @Test
    void theLongestUnusedAreForgottenFirst() {
        ScopesScene scene = new ScopesScene(3);
        scene.visit("a");
        scene.visit("b");
        scene.visit("c");
        scene.visit("a");
        scene.visit("d");
        assertThat(scene.labels()).containsExactlyInAnyOrder("https://c", "https://a", "https://d");
        scene.visit("e");
        assertThat(scene.labels()).containsExactlyInAnyOrder("https://a", "https://d", "https://e");
    }

    @Test
    void aSixteenthIsForgottenAtATime() {
        ScopesScene scene = new ScopesScene(64);
        scene.visitMany(64);
        assertThat(scene.scopes.all()).hasSize(64);
        scene.visit("one-more");
        assertThat(scene.scopes.all()).hasSize(61);
    }

    @Test
    void whatIsForgottenLeavesTheRegistries() {
        ScopesScene scene = new ScopesScene(2, settings -> settings.rateLimit(10, Duration.ofSeconds(1)));
        scene.visit("a");
        scene.visit("b");
        assertThat(scene.registries.breakers().find("api|https://a")).isPresent();
        assertThat(scene.registries.limiters().find("api|https://a")).isPresent();
        scene.visit("c");
        assertThat(scene.registries.breakers().find("api|https://a")).isEmpty();
        assertThat(scene.registries.limiters().find("api|https://a")).isEmpty();
        assertThat(scene.registries.breakers().getAllCircuitBreakers()).hasSize(2);
        assertThat(scene.registries.limiters().getAllRateLimiters()).hasSize(2);
    }

    @Test
    void whoComesBackAfterBeingForgottenBeginsAnew() {
        ScopesScene scene = new ScopesScene(1);
        Scope first = scene.visit("a");
        scene.visit("b");
        assertThat(first.tryPin(scene.now())).isFalse();
        assertThat(first.active()).isZero();
        assertThat(scene.visit("a")).isNotSameAs(first);
    }

    @Test
    void whereNobodyIsIdleNewcomersShareOneScope() {
        ScopesScene scene = new ScopesScene(2);
        Scope a = scene.acquire("a");
        scene.acquire("b");
        Scope third = scene.acquire("c");
        assertThat(third.label()).isEqualTo("other");
        assertThat(scene.acquire("d")).isSameAs(third);
        assertThat(third.active()).isEqualTo(2);
        assertThat(scene.remembers(third)).isTrue();
        assertThat(scene.registries.breakers().find("api|other")).isPresent();

        assertThat(scene.acquire("a")).as("those that are there keep their own").isSameAs(a);
    }

    @Test
    void newcomersHaveTheirOwnAgainOnceSomebodyIsIdle() {
        ScopesScene scene = new ScopesScene(1);
        Scope a = scene.acquire("a");
        assertThat(scene.acquire("b").label()).isEqualTo("other");
        a.unpin();
        assertThat(scene.acquire("b").label()).as("no search for each newcomer").isEqualTo("other");
        scene.ticker.advance(Duration.ofMillis(100));
        assertThat(scene.acquire("b").label()).isEqualTo("https://b");
        assertThat(scene.remembers(a)).isFalse();
    }

    @Test
    void aScopeThatTheCallerNamesLikeTheRestIsNotTheRest() {
        ScopesScene scene = new ScopesScene(2);
        Scope named = scene.scopes.acquire("", "", 0, "other", scene.now());
        scene.acquire("b");
        Scope rest = scene.acquire("c");
        assertThat(scene.scopes.acquire("", "", 0, "other", scene.now()))
                .isSameAs(named)
                .isNotSameAs(rest);
        assertThat(named.label()).isNotEqualTo(rest.label());
    }

    /** It is called under a lock that every new origin waits for. */
    @Test
    void whoLooksOrChangesKeepsNobodyOut() {
        ScopesScene scene = new ScopesScene(3);
        scene.visit("a");
        assertThat(scene.scopes.all()).hasSize(1);
        assertThat(NextThread.isLetIn(() -> scene.visit("b"))).isTrue();
        scene.gatehouse.reconfigure(ScopesScene.policy(settings -> settings.maxAttempts(2)));
        assertThat(NextThread.isLetIn(() -> scene.visit("c"))).isTrue();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentScopesTest {
    private final ScopesScene scene = new ScopesScene(1000);
    private final RecentScopes recent = new RecentScopes();

    @Test
    void findsWhatWasKeptAndNothingElse() {
        Scope kept = scene.acquire("a");
        recent.keep(kept, "a", null);

        assertThat(recent.find("https", "a", 443, null)).isSameAs(kept);
        assertThat(recent.find("http", "a", 443, null)).isNull();
        assertThat(recent.find("https", "a", 444, null)).isNull();
        assertThat(recent.find("https", "b", 443, null)).isNull();
        assertThat(recent.find("https", "a", 443, "x")).isNull();
    }

    @Test
    void whoComesToTheSamePlaceTakesItAndNobodyGetsAnothersScope() {
        for (int n = 0; n < 1000; n++) {
            recent.keep(scene.acquire("host" + n), "host" + n, null);
        }
        int found = 0;
        for (int n = 0; n < 1000; n++) {
            Scope there = recent.find("https", "host" + n, 443, null);
            if (there != null) {
                assertThat(there.label()).isEqualTo("https://host" + n);
                found++;
            }
        }
        assertThat(found).isBetween(2, 64);
    }
}

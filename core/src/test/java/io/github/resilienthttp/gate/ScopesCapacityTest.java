// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Far more hosts than there is room for; apart, because it takes longer than all the others together. */
class ScopesCapacityTest {
    @Test
    void aHundredThousandHostsCostNoMoreThanTheCapacity() {
        ScopesScene scene = new ScopesScene(500);
        int most = 0;
        for (int n = 0; n < 100_000; n++) {
            scene.visit("h" + n);
            if (n % 997 == 0) {
                most = Math.max(
                        most,
                        scene.registries.breakers().getAllCircuitBreakers().size());
            }
        }
        assertThat(most).isLessThanOrEqualTo(500);
        assertThat(scene.scopes.all()).hasSizeBetween(400, 500);
        assertThat(scene.registries.breakers().getAllCircuitBreakers()).hasSameSizeAs(scene.scopes.all());
        assertThat(scene.registries.retries().getAllRetries()).hasSize(1);
    }
}

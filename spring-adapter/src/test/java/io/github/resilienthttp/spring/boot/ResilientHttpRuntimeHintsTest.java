// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ResilientHttpRuntimeHintsTest {
    private static final TypeReference JSON = TypeReference.of("tools.jackson.core.json.JsonFactory");

    @Test
    void theJsonParserIsFoundInANativeImage() {
        RuntimeHints hints = new RuntimeHints();
        new ResilientHttpRuntimeHints().registerHints(hints, getClass().getClassLoader());
        assertThat(RuntimeHintsPredicates.reflection().onType(JSON)).accepts(hints);
    }

    @Test
    void noParserNoHint() {
        RuntimeHints hints = new RuntimeHints();
        new ResilientHttpRuntimeHints().registerHints(hints, new FilteredClassLoader("tools.jackson"));
        assertThat(RuntimeHintsPredicates.reflection().onType(JSON)).rejects(hints);
    }

    @Test
    void theRegistrarIsRegistered() {
        assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                        .load(RuntimeHintsRegistrar.class))
                .hasAtLeastOneElementOfType(ResilientHttpRuntimeHints.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What a native image cannot see for itself: classes that are looked up by name. */
final class ResilientHttpRuntimeHints implements RuntimeHintsRegistrar {
    /** Looked for by the core, which reads bodies only with it. */
    private static final String JSON = "tools.jackson.core.json.JsonFactory";

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.reflection().registerTypeIfPresent(loader, JSON);
        // Found absent, the second retry would stay in hiding.
        hints.reflection().registerTypeIfPresent(loader, SecondRetryDetector.SPRING_RETRY);
        hints.reflection().registerTypeIfPresent(loader, SecondRetryDetector.BALANCER);
    }
}

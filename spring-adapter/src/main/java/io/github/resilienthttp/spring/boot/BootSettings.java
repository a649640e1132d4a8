// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings that only Boot has, beside the keys of policies.
 *
 * @param enabled whether there is an engine at all
 * @param layer where it is put
 * @param applyTo which requests it has to do with
 */
record BootSettings(boolean enabled, Layer layer, ApplyTo applyTo) {
    static final BootSettings DEFAULTS = new BootSettings(true, Layer.INTERCEPTOR, ApplyTo.ALL);

    static final BootKey ENABLED = new BootKey(
            "enabled",
            "true",
            List.of("true", "false"),
            "Whether there is an engine; where false, nothing of it is in any request.");
    static final BootKey LAYER = new BootKey(
            "layer",
            "interceptor",
            List.of("interceptor", "transport"),
            "Where the engine is put: interceptor, so that other interceptors run anew for each attempt; or transport,"
                    + " so that bodies are streamed and interceptors run once a call.");
    static final BootKey APPLY_TO = new BootKey(
            "apply-to",
            "all",
            List.of("all", "named"),
            "Which requests the engine has to do with: all of the application's RestClient and RestTemplate builders, or"
                    + " only those of clients that the configuration names.");
    static final List<BootKey> KEYS = List.of(ENABLED, LAYER, APPLY_TO);

    static Optional<BootKey> find(String name) {
        return KEYS.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    String text(BootKey key) {
        if (key.equals(ENABLED)) {
            return Boolean.toString(enabled);
        }
        return (key.equals(LAYER) ? layer.name() : applyTo.name()).toLowerCase(Locale.ROOT);
    }

    BootSettings with(BootKey key, String text) {
        if (key.equals(ENABLED)) {
            return new BootSettings(text.equals("true"), layer, applyTo);
        }
        if (key.equals(LAYER)) {
            return new BootSettings(enabled, text.equals("transport") ? Layer.TRANSPORT : Layer.INTERCEPTOR, applyTo);
        }
        return new BootSettings(enabled, layer, text.equals("named") ? ApplyTo.NAMED : ApplyTo.ALL);
    }
}

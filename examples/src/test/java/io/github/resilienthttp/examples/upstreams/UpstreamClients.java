// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.ResilientHttpBuilder;
import io.github.resilienthttp.config.PropertiesFile;
import io.github.resilienthttp.policy.ConfigValue;
import io.github.resilienthttp.policy.PolicyBinder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The clients of {@code upstreams.properties}. */
final class UpstreamClients {
    private static final String RESOURCE = "upstreams.properties";

    private UpstreamClients() {}

    /**
     * Loads them.
     *
     * @param changes what shall differ, by full key
     * @return to be given listeners, and built
     */
    static ResilientHttpBuilder load(Map<String, String> changes) {
        PropertiesFile file = PropertiesFile.resource(UpstreamClients.class.getClassLoader(), RESOURCE);
        Map<String, ConfigValue> values = new LinkedHashMap<>(file.values());
        changes.forEach((key, value) -> values.put(key, new ConfigValue(value, "change")));
        return ResilientHttp.builder().config(PolicyBinder.bind(values));
    }
}

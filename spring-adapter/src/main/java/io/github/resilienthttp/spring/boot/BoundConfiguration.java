// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.ConfigValue;
import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Mode;
import io.github.resilienthttp.policy.NearestName;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBinder;
import io.github.resilienthttp.policy.PolicyKeys;
import io.github.resilienthttp.policy.ResilientHttpConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the environment configures, without a fault. Immutable.
 *
 * @param settings Boot's own
 * @param policies by client; {@code default} among them
 */
record BoundConfiguration(BootSettings settings, Map<String, Policy> policies) {
    private static final String DEFAULT_CLIENT =
            RelaxedName.prefixed("clients." + ResilientHttpConfig.DEFAULT_CLIENT + ".");

    /**
     * Binds all of it.
     *
     * @throws InvalidConfigurationException names every fault, keys as they were written
     */
    static BoundConfiguration of(ConfigurableEnvironment environment) {
        EnvironmentProperties read = EnvironmentProperties.read(environment);
        List<Fault> faults = new ArrayList<>(read.faults());
        Map<String, ConfigValue> ofPolicies = new LinkedHashMap<>();
        BootSettings settings = settings(read, faults, ofPolicies);
        try {
            ResilientHttpConfig config = PolicyBinder.bind(ofPolicies);
            if (faults.isEmpty()) {
                return new BoundConfiguration(settings, policies(config, settings, ofPolicies));
            }
        } catch (InvalidConfigurationException refused) {
            refused.faults().forEach(fault -> faults.add(asWritten(fault, read)));
        }
        faults.sort(Comparator.comparingInt(fault -> read.order(fault.key())));
        throw new InvalidConfigurationException(faults);
    }

    /**
     * Boot's own settings alone, for an engine that the application makes itself.
     *
     * @throws InvalidConfigurationException names every fault of them
     */
    static BootSettings settings(ConfigurableEnvironment environment) {
        List<Fault> faults = new ArrayList<>();
        BootSettings settings = settings(EnvironmentProperties.read(environment), faults, new LinkedHashMap<>());
        if (!faults.isEmpty()) {
            throw new InvalidConfigurationException(faults);
        }
        return settings;
    }

    private static BootSettings settings(
            EnvironmentProperties read, List<Fault> faults, Map<String, ConfigValue> others) {
        BootSettings settings = BootSettings.DEFAULTS;
        for (WrittenProperty property : read.byKey().values()) {
            String name = property.key()
                    .substring(Math.min(
                            PolicyKeys.PREFIX.length() + 1, property.key().length()));
            Optional<BootKey> key = BootSettings.find(name);
            if (key.isPresent()) {
                settings = checked(settings, key.get(), property, faults);
            } else if (property.key().startsWith(RelaxedName.prefixed("")) && isNearlyOne(name)) {
                faults.add(fault(property, "unknown key; did you mean " + RelaxedName.prefixed(nearest(name)) + "?"));
            } else {
                others.put(property.key(), property.value());
            }
        }
        return settings;
    }

    private static BootSettings checked(
            BootSettings settings, BootKey key, WrittenProperty property, List<Fault> faults) {
        String text = property.value().value().strip();
        if (key.allowed().contains(text)) {
            return settings.with(key, text);
        }
        faults.add(fault(property, "not one of them; allowed: " + String.join(" or ", key.allowed())));
        return settings;
    }

    private static Fault fault(WrittenProperty property, String problem) {
        return new Fault(
                property.name(), property.value().value(), property.value().place(), problem);
    }

    private static boolean isNearlyOne(String name) {
        return name.indexOf('.') < 0 && !nearest(name).isEmpty();
    }

    private static String nearest(String name) {
        List<String> names = BootSettings.KEYS.stream().map(BootKey::name).toList();
        return NearestName.among(names, name).orElse("");
    }

    /** Where only named clients are meant, the default one keeps out, unless it is among those named. */
    private static Map<String, Policy> policies(
            ResilientHttpConfig config, BootSettings settings, Map<String, ConfigValue> values) {
        Map<String, Policy> policies = new LinkedHashMap<>(config.clients());
        boolean named = values.keySet().stream().anyMatch(key -> key.startsWith(DEFAULT_CLIENT));
        if (settings.applyTo() == ApplyTo.NAMED && !named) {
            policies.computeIfPresent(
                    ResilientHttpConfig.DEFAULT_CLIENT,
                    (name, policy) -> policy.toBuilder().mode(Mode.OFF).build());
        }
        return policies;
    }

    private static Fault asWritten(Fault fault, EnvironmentProperties read) {
        for (WrittenProperty property : read.byKey().values()) {
            if (property.key().equals(fault.key())) {
                return new Fault(property.name(), fault.value(), fault.place(), fault.problem());
            }
            if (WrittenProperty.withoutIndex(property.key()).equals(fault.key())) {
                String name = WrittenProperty.withoutIndex(property.name());
                return new Fault(name, fault.value(), fault.place(), fault.problem());
            }
        }
        return fault;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Stable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Reads the environment again while calls run. What has changed is put into effect as a whole: calls under way keep their
 * policy, and shared state lives on where its own settings are the same. Where anything is wrong, nothing has changed.
 * Thread-safe.
 */
@Stable
public final class ResilientHttpRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(ResilientHttpRefresh.class);

    private final ConfigurableEnvironment environment;
    private final ResilientHttp resilience;
    private BoundConfiguration current;

    ResilientHttpRefresh(ConfigurableEnvironment environment, ResilientHttp resilience, BoundConfiguration current) {
        this.environment = environment;
        this.resilience = resilience;
        this.current = current;
    }

    /**
     * Puts the environment's present state into effect.
     *
     * @return the names of the clients whose policies have changed, in the order of the configuration
     * @throws InvalidConfigurationException names every fault; also where a client comes or goes, or a setting changes that
     *     only a start can change
     */
    public synchronized List<String> refresh() {
        BoundConfiguration fresh = BoundConfiguration.of(environment);
        List<Fault> faults = needsRestart(current, fresh);
        if (!faults.isEmpty()) {
            throw new InvalidConfigurationException(faults);
        }
        List<Policy> changed = fresh.policies().values().stream()
                .filter(policy -> !policy.equals(current.policies().get(policy.client())))
                .toList();
        try {
            resilience.replaceAll(changed);
        } catch (IllegalArgumentException refused) {
            throw Refusals.asFaults(refused);
        }
        current = fresh;
        PlanNotes.tell(changed);
        List<String> names = changed.stream().map(Policy::client).toList();
        if (!names.isEmpty()) {
            LOG.info("policies changed: {}", String.join(", ", names));
        }
        return names;
    }

    private static List<Fault> needsRestart(BoundConfiguration before, BoundConfiguration after) {
        List<Fault> faults = new ArrayList<>();
        for (BootKey key : BootSettings.KEYS) {
            if (!before.settings().text(key).equals(after.settings().text(key))) {
                faults.add(fault(key.name(), "has changed: it takes a restart"));
            }
        }
        strangers(after.policies(), before.policies())
                .forEach(name -> faults.add(fault("clients." + name, "the client is new: it takes a restart")));
        strangers(before.policies(), after.policies())
                .forEach(name -> faults.add(fault(
                        "clients." + name,
                        "the client is gone: it takes a restart, or one key, such as clients." + name
                                + ".mode=off, for it to stay")));
        return faults;
    }

    private static List<String> strangers(Map<String, Policy> some, Map<String, Policy> others) {
        return some.keySet().stream().filter(name -> !others.containsKey(name)).toList();
    }

    private static Fault fault(String key, String problem) {
        return new Fault(RelaxedName.prefixed(key), null, null, problem);
    }
}

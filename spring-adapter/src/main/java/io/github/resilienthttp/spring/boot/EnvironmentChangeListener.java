// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.InvalidConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;

/** Refreshes on Spring Cloud's event, which is known by its name: its class need not be there. */
final class EnvironmentChangeListener implements GenericApplicationListener {
    static final String EVENT = "org.springframework.cloud.context.environment.EnvironmentChangeEvent";

    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentChangeListener.class);

    private final ResilientHttpRefresh refresh;

    EnvironmentChangeListener(ResilientHttpRefresh refresh) {
        this.refresh = refresh;
    }

    @Override
    public boolean supportsEventType(ResolvableType type) {
        Class<?> event = type.resolve();
        return event != null && event.getName().equals(EVENT);
    }

    /** Others listen to the event as well: what is refused here must not keep it from them. */
    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        try {
            refresh.refresh();
        } catch (InvalidConfigurationException refused) {
            LOG.error(
                    "the changed configuration is refused, the one before stays in effect:\n{}", refused.getMessage());
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

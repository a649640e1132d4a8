// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.boot.ResilientHttpAutoConfiguration;
import io.github.resilienthttp.stability.Stable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health contributor, with Boot's health module. */
@AutoConfiguration(after = ResilientHttpAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(ResilientHttp.class)
@Stable
public final class ResilientHttpHealthContributorAutoConfiguration {
    /** For Spring. */
    ResilientHttpHealthContributorAutoConfiguration() {}

    /** Of its own, so that the condition above is asked before this one's class is looked for. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnEnabledHealthIndicator("resilienthttp")
    static class IndicatorConfiguration {
        @Bean
        @ConditionalOnMissingBean(name = "resilienthttpHealthIndicator")
        ResilientHttpHealthIndicator resilienthttpHealthIndicator(ResilientHttp resilience) {
            return new ResilientHttpHealthIndicator(resilience);
        }
    }
}

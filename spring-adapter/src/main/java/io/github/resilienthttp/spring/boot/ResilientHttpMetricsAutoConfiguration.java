// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.event.Telemetry;
import io.github.resilienthttp.meter.MicrometerTelemetry;
import io.github.resilienthttp.stability.Stable;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** The meters {@code resilient.http.*} in the application's registry, unless it brings a telemetry of its own. */
@AutoConfiguration(
        before = ResilientHttpAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(MeterRegistry.class)
@Conditional(OnResilientHttpEnabled.class)
@Stable
public final class ResilientHttpMetricsAutoConfiguration {
    /** For Spring. */
    ResilientHttpMetricsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(Telemetry.class)
    @ConditionalOnSingleCandidate(MeterRegistry.class)
    MicrometerTelemetry resilientHttpTelemetry(MeterRegistry registry) {
        return MicrometerTelemetry.of(registry);
    }
}

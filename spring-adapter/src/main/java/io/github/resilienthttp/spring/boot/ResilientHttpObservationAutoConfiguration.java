// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.meter.MicrometerObservations;
import io.github.resilienthttp.stability.Stable;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** An observation for each attempt in the application's registry, unless it brings observations of its own. */
@AutoConfiguration(
        before = ResilientHttpAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@Conditional(OnResilientHttpEnabled.class)
@Stable
public final class ResilientHttpObservationAutoConfiguration {
    /** For Spring. */
    ResilientHttpObservationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(Observations.class)
    @ConditionalOnSingleCandidate(ObservationRegistry.class)
    MicrometerObservations resilientHttpObservations(ObservationRegistry registry) {
        return MicrometerObservations.of(registry);
    }
}

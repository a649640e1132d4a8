// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.architecture.planted;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

public final class AskedTooEarly {
    @Bean
    @ConditionalOnClass(String.class)
    @ConditionalOnMissingBean(Integer.class)
    Integer number() {
        return 1;
    }

    @Bean
    Hidden hidden() {
        return new Hidden();
    }

    @Bean
    BeanPostProcessor eager(Integer number) {
        return new BeanPostProcessor() {};
    }

    private static final class Hidden {}
}

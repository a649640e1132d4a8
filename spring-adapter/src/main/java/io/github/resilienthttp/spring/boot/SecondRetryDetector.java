// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Looks, once at the start, for others that would repeat what the engine repeats already: attempts would multiply, and hints,
 * budget and idempotency would be passed by. It warns and changes nothing. Classes are known by their names, none is loaded.
 */
final class SecondRetryDetector implements SmartInitializingSingleton {
    static final String BALANCER = "org.springframework.cloud.client.loadbalancer.RetryLoadBalancerInterceptor";
    static final String SPRING_RETRY = "org.springframework.retry.support.RetryTemplate";

    private static final Logger LOG = LoggerFactory.getLogger(SecondRetryDetector.class);
    private static final String BALANCER_KEY = "spring.cloud.loadbalancer.retry.enabled";

    private final ConfigurableListableBeanFactory beans;
    private final Environment environment;

    SecondRetryDetector(ConfigurableListableBeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> findings = findings();
        if (!findings.isEmpty()) {
            LOG.warn(
                    "requests may be repeated twice over, since the engine of resilient-http is not alone:\n  {}",
                    String.join("\n  ", findings));
        }
    }

    /** A sentence for each, with the remedy. */
    List<String> findings() {
        List<String> findings = new ArrayList<>(RetryingBeans.in(beans));
        if (balancerRetries()) {
            findings.add("Spring Cloud LoadBalancer retries on the next instance; set " + BALANCER_KEY + "=false");
        }
        return findings;
    }

    private boolean balancerRetries() {
        ClassLoader loader = beans.getBeanClassLoader();
        return environment.getProperty(BALANCER_KEY, Boolean.class, true)
                && ClassUtils.isPresent(SPRING_RETRY, loader)
                && ClassUtils.isPresent(BALANCER, loader);
    }
}

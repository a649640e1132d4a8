// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.spring.boot.actuate.ResilientHttpEndpointAutoConfiguration;
import io.github.resilienthttp.spring.boot.actuate.ResilientHttpHealthContributorAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestTemplateAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** Application contexts with everything of ours, and with Boot's HTTP clients. */
public final class Contexts {
    private Contexts() {}

    /**
     * Adds a text in YAML to the environment of a context.
     *
     * @param context before it is refreshed
     * @param text as a file would have it
     */
    public static void addYaml(ConfigurableApplicationContext context, String text) {
        Env.yaml(text)
                .environment()
                .getPropertySources()
                .forEach(context.getEnvironment().getPropertySources()::addLast);
    }

    /** {@return ours alone} */
    public static ApplicationContextRunner ours() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ResilientHttpAutoConfiguration.class,
                        ResilientHttpComponentsAutoConfiguration.class,
                        ResilientHttpJettyAutoConfiguration.class,
                        ResilientHttpMetricsAutoConfiguration.class,
                        ResilientHttpObservationAutoConfiguration.class,
                        ResilientHttpRestClientAutoConfiguration.class,
                        ResilientHttpServiceClientAutoConfiguration.class,
                        ResilientHttpTransportAutoConfiguration.class,
                        ResilientHttpEndpointAutoConfiguration.class,
                        ResilientHttpHealthContributorAutoConfiguration.class));
    }

    /** {@return with RestClient, RestTemplate and HTTP interface clients; short waits} */
    public static ApplicationContextRunner clients() {
        return ours().withConfiguration(AutoConfigurations.of(
                        HttpClientAutoConfiguration.class,
                        ImperativeHttpClientAutoConfiguration.class,
                        HttpServiceClientPropertiesAutoConfiguration.class,
                        RestClientAutoConfiguration.class,
                        RestTemplateAutoConfiguration.class,
                        HttpServiceClientAutoConfiguration.class))
                .withPropertyValues("resilient-http.defaults.backoff.initial=1ms");
    }
}

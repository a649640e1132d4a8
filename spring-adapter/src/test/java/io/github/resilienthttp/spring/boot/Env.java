// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** An environment made of texts; what is added first wins. */
final class Env {
    private final StandardEnvironment environment = new StandardEnvironment();

    private Env() {
        environment.getPropertySources().stream()
                .map(PropertySource::getName)
                .toList()
                .forEach(environment.getPropertySources()::remove);
    }

    static Env empty() {
        return new Env();
    }

    static Env properties(String... lines) {
        return empty().file("application.properties", String.join("\n", lines));
    }

    static Env yaml(String text) {
        return empty().file("application.yaml", text);
    }

    Env file(String name, String text) {
        PropertySourceLoader loader =
                name.endsWith(".yaml") ? new YamlPropertySourceLoader() : new PropertiesPropertySourceLoader();
        ByteArrayResource resource = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getDescription() {
                return name;
            }
        };
        try {
            loader.load(name, resource).forEach(environment.getPropertySources()::addLast);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    Env variables(String... namesAndValues) {
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource("systemEnvironment", pairs(namesAndValues)));
        return this;
    }

    Env map(String... namesAndValues) {
        environment.getPropertySources().addLast(new MapPropertySource("map", pairs(namesAndValues)));
        return this;
    }

    private static Map<String, Object> pairs(String... namesAndValues) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return pairs;
    }

    StandardEnvironment environment() {
        return environment;
    }

    BoundConfiguration bind() {
        return BoundConfiguration.of(environment);
    }

    Policy client(String name) {
        return bind().policies().get(name);
    }

    List<Fault> faults() {
        try {
            bind();
            return List.of();
        } catch (InvalidConfigurationException refused) {
            return refused.faults();
        }
    }
}

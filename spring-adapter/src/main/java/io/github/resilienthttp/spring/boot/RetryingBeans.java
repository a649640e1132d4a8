// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Finds beans that send HTTP requests and carry an annotation which repeats their methods. */
final class RetryingBeans {
    private static final Logger LOG = LoggerFactory.getLogger(RetryingBeans.class);
    private static final List<String> ANNOTATIONS = List.of(
            "org.springframework.resilience.annotation.Retryable",
            "org.springframework.retry.annotation.Retryable",
            "io.github.resilience4j.retry.annotation.Retry");
    private static final String EXCHANGE = "org.springframework.web.service.annotation.HttpExchange";
    private static final Set<String> CLIENTS = Set.of(
            "org.springframework.web.client.RestClient",
            "org.springframework.web.client.RestClient$Builder",
            "org.springframework.web.client.RestTemplate",
            "org.springframework.web.client.RestOperations",
            "org.springframework.boot.restclient.RestTemplateBuilder");

    private RetryingBeans() {}

    /** A sentence for each class and annotation. */
    static List<String> in(ConfigurableListableBeanFactory beans) {
        Set<String> findings = new LinkedHashSet<>();
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type != null) {
                types(type).forEach(each -> lookSafely(each, findings));
            }
        }
        return List.copyOf(findings);
    }

    /** The class behind a proxy, and the interfaces of a client that has none. */
    private static List<Class<?>> types(Class<?> type) {
        return Proxy.isProxyClass(type) ? List.of(type.getInterfaces()) : List.of(ClassUtils.getUserClass(type));
    }

    /** A class may name others that are not there, which nobody minds until they are asked for: no start may fail of it. */
    private static void lookSafely(Class<?> type, Set<String> findings) {
        try {
            look(type, findings);
        } catch (LinkageError | RuntimeException unreadable) {
            LOG.debug("{} cannot be looked at", type.getName(), unreadable);
        }
    }

    private static void look(Class<?> type, Set<String> findings) {
        if (type.getName().startsWith("org.springframework.") || !sends(type)) {
            return;
        }
        for (String annotation : ANNOTATIONS) {
            if (carries(type, annotation)) {
                findings.add("@" + ClassUtils.getShortName(annotation) + " (" + annotation + ") on " + type.getName()
                        + " repeats calls that the engine repeats; take it off, or leave these requests alone with"
                        + " @Resilience(disabled = true)");
            }
        }
    }

    private static boolean sends(Class<?> type) {
        return type.isInterface()
                ? carries(type, EXCHANGE)
                : Stream.concat(held(type), injected(type)).anyMatch(RetryingBeans::isClient);
    }

    private static Stream<Class<?>> held(Class<?> type) {
        return Stream.of(type.getDeclaredFields()).map(Field::getType);
    }

    private static Stream<Class<?>> injected(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors())
                .map(Constructor::getParameterTypes)
                .flatMap(Stream::of);
    }

    private static boolean isClient(Class<?> type) {
        return CLIENTS.contains(type.getName()) || (type.isInterface() && carries(type, EXCHANGE));
    }

    private static boolean carries(Class<?> type, String annotation) {
        List<AnnotatedElement> elements = new ArrayList<>(List.of(type));
        elements.addAll(List.<Method>of(ReflectionUtils.getUniqueDeclaredMethods(type)));
        return elements.stream().anyMatch(element -> MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY)
                .isPresent(annotation));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

@ExtendWith(OutputCaptureExtension.class)
class SecondRetryDetectorTest {
    private final ApplicationContextRunner quiet =
            Contexts.clients().withPropertyValues("spring.cloud.loadbalancer.retry.enabled=false");

    private static void assertFindings(ApplicationContextRunner runner, String... parts) {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            List<String> findings = context.getBean(SecondRetryDetector.class).findings();
            if (parts.length == 0) {
                assertThat(findings).isEmpty();
            } else {
                assertThat(findings).singleElement().asString().contains(parts);
            }
        });
    }

    @Test
    void saysNothingOfAnApplicationThatRetriesNothingItself(CapturedOutput output) {
        assertFindings(quiet.withUserConfiguration(Plain.class).withBean(Reader.class));
        assertThat(output).doesNotContain("repeated twice over");
    }

    @Test
    void findsRetryableOnAnHttpInterface(CapturedOutput output) {
        assertFindings(
                quiet.withUserConfiguration(Retried.class),
                "@Retryable (org.springframework.resilience.annotation.Retryable)",
                "RetriedApi",
                "take it off");
        assertThat(output).containsOnlyOnce("repeated twice over");
    }

    @Test
    void findsRetryableOnABeanThatHoldsAClientAlsoBehindItsProxy() {
        assertFindings(quiet.withUserConfiguration(Enabled.class).withBean(RetryingReader.class), "RetryingReader");
    }

    @Test
    void findsResilience4jsAnnotation() {
        assertFindings(
                quiet.withBean(R4jReader.class), "@Retry (io.github.resilience4j.retry.annotation.Retry)", "R4jReader");
    }

    @Test
    void whatSendsNoRequestsMayRetryAsItLikes() {
        assertFindings(quiet.withBean(Mailer.class));
    }

    @Test
    void findsTheLoadBalancersRetryUnlessItIsOff() {
        assertFindings(Contexts.clients(), "spring.cloud.loadbalancer.retry.enabled=false");
        assertFindings(quiet);
    }

    @Test
    void aClassThatCannotBeReadIsPassedOver() throws ReflectiveOperationException {
        FilteredClassLoader parent = new FilteredClassLoader(RestClient.class);
        Class<?> torn = new Torn(parent).loadClass(Reader.class.getName());
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("torn", new RootBeanDefinition(torn));
        assertThatThrownBy(torn::getDeclaredFields).isInstanceOf(NoClassDefFoundError.class);
        assertThat(RetryingBeans.in(beans)).isEmpty();
    }

    /** Defines that one class anew, so that what it names is looked for where it is not. */
    private static final class Torn extends ClassLoader {
        Torn(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            if (!name.equals(Reader.class.getName())) {
                return getParent().loadClass(name);
            }
            try (InputStream code = Reader.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException failed) {
                throw new ClassNotFoundException(name, failed);
            }
        }
    }

    interface Api {
        @GetExchange("/")
        String get();
    }

    interface RetriedApi {
        @GetExchange("/")
        @Retryable
        String get();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportHttpServices(types = Api.class)
    static class Plain {}

    @Configuration(proxyBeanMethods = false)
    @ImportHttpServices(types = RetriedApi.class)
    static class Retried {}

    @Configuration(proxyBeanMethods = false)
    @EnableResilientMethods
    static class Enabled {}

    static class Reader {
        final RestClient client;

        Reader(RestClient.Builder builder) {
            client = builder.build();
        }
    }

    static class RetryingReader extends Reader {
        RetryingReader(RestClient.Builder builder) {
            super(builder);
        }

        @Retryable
        public String read() {
            return "";
        }
    }

    static class R4jReader extends Reader {
        R4jReader(RestClient.Builder builder) {
            super(builder);
        }

        @io.github.resilience4j.retry.annotation.Retry(name = "x")
        public String read() {
            return "";
        }
    }

    static class Mailer {
        @Retryable
        public void send() {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class InvalidConfigurationFailureAnalyzerTest {
    @Test
    void aStartThatFailsTellsEveryFaultAndShowsNoStackTrace(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        assertThatThrownBy(() -> application.run("--spring.config.location=classpath:/boot/bad-application.yaml"))
                .hasStackTraceContaining("InvalidConfigurationException");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The configuration of resilient-http has 2 faults:")
                .contains("""
                            Property: resilient-http.clients.github.retry.max-atempts
                            Value: "4"
                            Origin: class path resource [boot/bad-application.yaml] - 5:22
                            Reason: unknown key; did you mean retry.max-attempts?
                        """.stripTrailing())
                .contains("Property: resilient-http.clients.github.timeout.total")
                .contains("Origin: class path resource [boot/bad-application.yaml] - 7:16")
                .contains("Correct these properties")
                .doesNotContain("\tat io.github.resilienthttp");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(ResilientHttpAutoConfiguration.class)
    static class Application {}
}

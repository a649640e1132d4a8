// SPDX-License-Identifier: Apache-2.0
package example.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.web.client.RestClient;

/** What is expected of the application once it runs. */
final class Expectations {
    private final RestClient application;

    Expectations(int port) {
        application = RestClient.create("http://127.0.0.1:" + port);
    }

    void areMet() {
        assertThat(get("/")).isEqualTo("Hello");
        assertThat(get("/actuator/health")).contains("\"resilienthttp\":{\"status\":\"UP\"}");
        assertThat(get("/actuator/metrics/resilient.http.retries?tag=client:greetings"))
                .contains("\"statistic\":\"COUNT\",\"value\":1.0");
        assertThat(get("/actuator/resilienthttp/greetings")).contains("\"circuit\":\"closed\"");
    }

    private String get(String path) {
        return application.get().uri(path).retrieve().body(String.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServiceUnavailable;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.restclient.test.autoconfigure.RestClientTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.ExpectedCount;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

/** A slice keeps the engine: what a test sees is what production does. */
@RestClientTest(
        properties = {"resilient-http.defaults.backoff.initial=1ms", "resilient-http.clients.tickets.origins=http://t"})
@Import(RestClientSliceTest.Tickets.class)
class RestClientSliceTest {
    @Autowired
    Tickets tickets;

    @Autowired
    MockRestServiceServer server;

    @Test
    void aReadIsRepeatedAgainstTheMockServer() {
        server.expect(ExpectedCount.twice(), requestTo("http://t/1")).andRespond(withServiceUnavailable());
        server.expect(ExpectedCount.once(), requestTo("http://t/1"))
                .andRespond(withSuccess("printer", MediaType.TEXT_PLAIN));
        assertThat(tickets.read()).isEqualTo("printer");
        server.verify();
    }

    static class Tickets {
        private final RestClient client;

        Tickets(RestClient.Builder builder) {
            client = builder.baseUrl("http://t").build();
        }

        String read() {
            return client.get().uri("/1").retrieve().body(String.class);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class Application {}
}

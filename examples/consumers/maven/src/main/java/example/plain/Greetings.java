// SPDX-License-Identifier: Apache-2.0
package example.plain;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Fetches a greeting, and is patient with its server. */
final class Greetings implements AutoCloseable {
    private final URI server;
    private final ResilientHttp resilience;
    private final CloseableHttpClient http;

    Greetings(URI server) {
        this.server = server;
        Policy policy = Policy.builder("greetings")
                .timeoutTotal(Duration.ofSeconds(20))
                .maxAttempts(2)
                .build();
        this.resilience = ResilientHttp.builder().client(policy).build();
        this.http = ResilientHttpClient5.install(HttpClients.custom(), resilience, "greetings")
                .build();
    }

    /** What the server said, and what it took. */
    String fetch() throws IOException {
        HttpClientContext context = HttpClientContext.create();
        String body = http.execute(
                new HttpGet(server),
                context,
                response -> response.getCode() + " " + EntityUtils.toString(response.getEntity()));
        CallReport report = ResilientHttpClient5.report(context);
        return body + " (attempts: " + report.attempts().size() + ", outcome: " + report.outcome() + ")";
    }

    @Override
    public void close() throws IOException {
        http.close();
        resilience.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.gate.Gatehouse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that sends its callers to ever new hosts fills no memory with scopes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScopesByRedirectsTest {
    /** Every name is this machine's; where a port refuses connections costs least. */
    private static final DnsResolver HERE = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    @Test
    void redirectsToManyHostsOpenNoMoreScopesThanTheLimit() throws IOException {
        AtomicInteger hosts = new AtomicInteger();
        HostileSocket.Malice moves =
                wire -> wire.send("HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\n"
                        + "Location: http://host" + hosts.incrementAndGet() + ".example:1/\r\n\r\n");
        int calls = Gatehouse.DEFAULT_SCOPES + 200;
        try (HostileSocket server = HostileSocket.start(moves);
                ResilientHttp resilience = Scene.engine(List.of("retry.max-attempts=1"));
                CloseableHttpClient client = ResilientHttpClient5.install(
                                HttpClientBuilder.create()
                                        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                                                .setDnsResolver(HERE)
                                                .build()),
                                resilience)
                        .build()) {
            for (int n = 0; n < calls; n++) {
                assertThatThrownBy(() -> client.execute(new HttpGet(server.uri("/")), response -> response.getCode()))
                        .isInstanceOf(IOException.class);
            }

            assertThat(hosts.get()).isEqualTo(calls);
            assertThat(resilience.clients().values()).singleElement().satisfies(one -> assertThat(
                            one.scopes().all())
                    .hasSizeBetween(Gatehouse.DEFAULT_SCOPES / 2, Gatehouse.DEFAULT_SCOPES + 1));
        }
    }
}

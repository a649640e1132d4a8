// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import java.util.function.IntSupplier;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The ways in which HttpClient speaks HTTP/2, by prior knowledge. */
enum Http2Kind {
    /** The client of HTTP/2 only: one connection for each route, shared by all. */
    HTTP2_ONLY,
    /** A pool whose connections are shared. */
    MULTIPLEXING_POOL,
    /** A pool that gives each request a connection of its own. */
    PLAIN_POOL;

    /** A client, and the number of leased connections it tells. */
    record Built(CloseableHttpAsyncClient client, IntSupplier leased) {}

    Built build(ResilientHttp resilience, int connections) {
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofSeconds(20))
                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                .build();
        if (this == HTTP2_ONLY) {
            H2AsyncClientBuilder builder = H2AsyncClientBuilder.create().setDefaultConnectionConfig(connection);
            return new Built(ResilientHttpClient5.install(builder, resilience).build(), () -> 0);
        }
        PoolingAsyncClientConnectionManager pool = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(connection)
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2)
                        .build())
                .setMessageMultiplexing(this == MULTIPLEXING_POOL)
                .build();
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create().setConnectionManager(pool);
        return new Built(
                ResilientHttpClient5.install(builder, resilience).build(),
                () -> pool.getTotalStats().getLeased() + pool.getTotalStats().getPending());
    }
}

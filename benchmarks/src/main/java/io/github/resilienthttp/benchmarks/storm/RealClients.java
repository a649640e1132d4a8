// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.storm.Scenario;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * What the HTTP clients of one run have in common.
 *
 * @param target the server
 * @param storm whose client timeout is theirs
 * @param loop where answers are told
 * @param seed of the contenders' random numbers
 * @param sent counts each request that a client transmits
 */
record RealClients(HttpHost target, StagedStorm storm, LoopThread loop, long seed, AtomicLong sent) {
    /** So many that nobody waits for a connection: the simulation knows no pools. */
    private static final int CONNECTIONS = 10_000;

    Scenario scenario() {
        return storm.scenario();
    }

    HttpAsyncClientBuilder builder() {
        Timeout timeout = Timeout.of(scenario().clientTimeout());
        return HttpAsyncClientBuilder.create()
                .disableAutomaticRetries()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .build())
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setSelectInterval(TimeValue.of(storm.timeoutChecks()))
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .addRequestInterceptorLast((request, entity, context) -> sent.incrementAndGet());
    }

    CloseableHttpAsyncClient started(HttpAsyncClientBuilder builder) {
        CloseableHttpAsyncClient client = builder.build();
        client.start();
        return client;
    }
}

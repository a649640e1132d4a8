// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import reactor.netty.resources.ConnectionProvider;

/** Spring's five request factories, each with a pool of five connections a route where it has a pool that can be bounded. */
enum Factory {
    HTTP_COMPONENTS {
        @Override
        ClientHttpRequestFactory open(int connections, Duration readTimeout) {
            return httpComponents(HttpComponentsResilience.prepare(HttpClients.custom()), connections, readTimeout);
        }
    },
    HTTP_COMPONENTS_UNPREPARED {
        @Override
        ClientHttpRequestFactory open(int connections, Duration readTimeout) {
            return httpComponents(HttpClients.custom().disableAutomaticRetries(), connections, readTimeout);
        }
    },
    JDK {
        @Override
        ClientHttpRequestFactory open(int connections, Duration readTimeout) {
            JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
            factory.setReadTimeout(readTimeout);
            return factory;
        }
    },
    JETTY {
        @Override
        ClientHttpRequestFactory open(int connections, Duration readTimeout) throws Exception {
            return jetty(JettyResilience.prepare(new org.eclipse.jetty.client.HttpClient()), connections, readTimeout);
        }
    },
    JETTY_UNPREPARED {
        @Override
        ClientHttpRequestFactory open(int connections, Duration readTimeout) throws Exception {
            return jetty(new org.eclipse.jetty.client.HttpClient(), connections, readTimeout);
        }
    },
    REACTOR {
        @Override
        ClientHttpRequestFactory open(int connections, Duration readTimeout) {
            ReactorClientHttpRequestFactory factory = new ReactorClientHttpRequestFactory(
                    reactor.netty.http.client.HttpClient.create(ConnectionProvider.builder("test")
                            .maxConnections(connections)
                            // Else twice the connections, which many calls at once exceed.
                            .pendingAcquireMaxCount(1000)
                            .build()));
            factory.setReadTimeout(readTimeout);
            return factory;
        }
    },
    SIMPLE {
        @Override
        ClientHttpRequestFactory open(int connections, Duration readTimeout) {
            SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
            factory.setReadTimeout(readTimeout);
            return factory;
        }
    };

    static final Duration LONG = Duration.ofSeconds(30);

    /** HttpURLConnection of Java 17 does not, that of 25 does; those between were not tried. */
    static final boolean SIMPLE_NOTICES_BROKEN_BODIES = Runtime.version().feature() >= 25;

    abstract ClientHttpRequestFactory open(int connections, Duration readTimeout) throws Exception;

    /** Whether an attempt of it can be cut from outside. */
    boolean cuttable() {
        return this != HTTP_COMPONENTS_UNPREPARED && this != SIMPLE;
    }

    /** Whether it begins to write a body before it has a connection. */
    boolean writesAhead() {
        return this == JETTY || this == JETTY_UNPREPARED;
    }

    /** Whether a peer that hangs up on TLS may show as a write that failed, whichever of the two is noticed first. */
    boolean tellsTlsLate() {
        return this == JETTY || this == JETTY_UNPREPARED;
    }

    /**
     * Whether a response that was read to its end now and then costs its connection: Spring's stream over Reactor cancels when it is
     * closed, also after its end, and Reactor takes that amiss while the connection is not yet back in its pool.
     */
    boolean mayLoseConnection() {
        return this == REACTOR;
    }

    private static final Map<ClientHttpRequestFactory, PoolingHttpClientConnectionManager> POOLS =
            Collections.synchronizedMap(new WeakHashMap<>());
    private static final Map<ClientHttpRequestFactory, org.eclipse.jetty.client.HttpClient> JETTIES =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** Spring closes only what it made itself. */
    static void close(ClientHttpRequestFactory factory) {
        try {
            if (factory instanceof DisposableBean bean) {
                bean.destroy();
            }
            org.eclipse.jetty.client.HttpClient jetty = JETTIES.remove(factory);
            if (jetty != null) {
                jetty.stop();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many connections of its pool are taken, or -1 where nobody can tell. */
    static int leased(ClientHttpRequestFactory factory) {
        PoolingHttpClientConnectionManager pool = POOLS.get(factory);
        return pool == null ? -1 : pool.getTotalStats().getLeased();
    }

    private static ClientHttpRequestFactory httpComponents(
            HttpClientBuilder builder, int connections, Duration readTimeout) {
        PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(LONG))
                        .build())
                .build();
        HttpComponentsClientHttpRequestFactory factory =
                new HttpComponentsClientHttpRequestFactory(builder.setConnectionManager(pool)
                        .setDefaultRequestConfig(RequestConfig.custom()
                                .setResponseTimeout(Timeout.of(readTimeout))
                                .setConnectionRequestTimeout(Timeout.of(LONG))
                                .build())
                        .build());
        POOLS.put(factory, pool);
        return factory;
    }

    private static ClientHttpRequestFactory jetty(
            org.eclipse.jetty.client.HttpClient client, int connections, Duration readTimeout) throws Exception {
        client.setMaxConnectionsPerDestination(connections);
        JettyClientHttpRequestFactory factory = new JettyClientHttpRequestFactory(client);
        factory.setReadTimeout(readTimeout);
        factory.afterPropertiesSet();
        JETTIES.put(factory, client);
        return factory;
    }
}

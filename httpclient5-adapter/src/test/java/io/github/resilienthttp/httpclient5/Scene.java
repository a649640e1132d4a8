// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.testkit.LeakProbe;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** A scripted server and a client with the engine in it. Closing it fails where anything was leaked. */
final class Scene implements AutoCloseable {
    private final LeakProbe threads = LeakProbe.watching("resilient-http", ScriptedServer.THREAD_PREFIX);
    private final ScriptedServer server = ScriptedServer.start();
    private final ResilientHttp resilience;
    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;

    private Scene(
            ResilientHttp engine,
            Consumer<PoolingHttpClientConnectionManagerBuilder> poolSettings,
            Consumer<HttpClientBuilder> clientSettings) {
        resilience = engine;
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(1)
                .setMaxConnPerRoute(1)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(20))
                        .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                        .build());
        poolSettings.accept(connections);
        pool = connections.build();
        HttpClientBuilder builder = HttpClientBuilder.create().setConnectionManager(pool);
        clientSettings.accept(builder);
        client = ResilientHttpClient5.install(builder, resilience).build();
    }

    /** A pool of one connection; {@code settings} are keys below {@code resilient-http.defaults} with their values. */
    static Scene with(String... settings) {
        return new Scene(engine(List.of(settings)), connections -> {}, builder -> {});
    }

    static Scene observed(Observations observations, String... settings) {
        return new Scene(engine(List.of(settings), observations), connections -> {}, builder -> {});
    }

    static Scene built(Consumer<HttpClientBuilder> clientSettings, String... settings) {
        return new Scene(engine(List.of(settings)), connections -> {}, clientSettings);
    }

    static Scene pooled(Consumer<PoolingHttpClientConnectionManagerBuilder> poolSettings, String... settings) {
        return new Scene(engine(List.of(settings)), poolSettings, builder -> {});
    }

    static ResilientHttp engine(List<String> settings) {
        return engine(settings, (client, method) -> null);
    }

    static ResilientHttp engine(List<String> settings, Observations observations) {
        try {
            Path file = Files.createTempFile("resilient-http", ".properties");
            try {
                Files.write(
                        file,
                        settings.stream()
                                .map(line ->
                                        "resilient-http." + (line.startsWith("clients.") ? "" : "defaults.") + line)
                                .toList());
                return ResilientHttp.builder()
                        .properties(file)
                        .observations(observations)
                        .build();
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ScriptedServer server() {
        return server;
    }

    CloseableHttpClient client() {
        return client;
    }

    PoolingHttpClientConnectionManager pool() {
        return pool;
    }

    Answer send(ClassicHttpRequest request) throws IOException {
        return send(request, HttpClientContext.create());
    }

    Answer send(ClassicHttpRequest request, HttpClientContext context) throws IOException {
        return client.execute(request, context, response -> {
            byte[] body = response.getEntity() == null ? null : EntityUtils.toByteArray(response.getEntity());
            String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
            return new Answer(response.getCode(), text, report(context));
        });
    }

    /** The response as it comes, body unread; the caller closes it. */
    ClassicHttpResponse open(ClassicHttpRequest request) throws IOException {
        return client.executeOpen(null, request, HttpClientContext.create());
    }

    static CallReport report(HttpClientContext context) {
        return Objects.requireNonNull(ResilientHttpClient5.report(context), "no report");
    }

    int leased() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() throws IOException {
        int leaked = leased();
        client.close();
        resilience.close();
        server.close();
        threads.close();
        if (leaked != 0) {
            throw new AssertionError(leaked + " connections are still leased");
        }
    }
}

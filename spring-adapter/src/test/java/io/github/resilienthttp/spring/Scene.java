// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import io.github.resilienthttp.testkit.LeakProbe;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** A scripted server, an engine with a client {@code default} and a client {@code named}, and a request factory. */
final class Scene implements AutoCloseable {
    private final LeakProbe threads = LeakProbe.watching("resilient-http-w", ScriptedServer.THREAD_PREFIX);
    private final ScriptedServer server = ScriptedServer.start();
    private final ResilientHttp resilience;
    private final ClientHttpRequestFactory factory;

    private Scene(ClientHttpRequestFactory factory, String... settings) {
        this.factory = factory;
        this.resilience = engine(settings);
    }

    /** {@code settings} are {@code key=value}. */
    static Scene with(Factory factory, String... settings) throws Exception {
        return new Scene(factory.open(5, Factory.LONG), settings);
    }

    static Scene reading(Factory factory, Duration readTimeout, String... settings) throws Exception {
        return new Scene(factory.open(5, readTimeout), settings);
    }

    static Scene over(ClientHttpRequestFactory factory, String... settings) {
        return new Scene(factory, settings);
    }

    static ResilientHttp engine(String... settings) {
        return ResilientHttp.builder()
                .client(policy("default", settings))
                .client(policy("named", settings))
                .build();
    }

    private static Policy policy(String name, String... settings) {
        PolicyBuilder policy = Policy.builder(name);
        policy.set("backoff.initial", "1ms");
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            policy.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return policy.build();
    }

    ScriptedServer server() {
        return server;
    }

    ResilientHttp resilience() {
        return resilience;
    }

    ClientHttpRequestFactory factory() {
        return factory;
    }

    RestClientResilience installations() {
        return new RestClientResilience(resilience);
    }

    /** A RestClient with the engine as its outermost interceptor. */
    RestClient client() {
        return client(builder -> {});
    }

    RestClient client(Consumer<RestClient.Builder> more) {
        return RestClient.builder()
                .requestFactory(factory)
                .baseUrl(server.uri("/").toString())
                .apply(more)
                .apply(installations().byOrigin())
                .build();
    }

    /** A RestClient with the engine in its request factory. */
    RestClient streamingClient() {
        return RestClient.builder()
                .baseUrl(server.uri("/").toString())
                .apply(installations().streaming("default", factory))
                .build();
    }

    @Override
    public void close() {
        Factory.close(factory);
        resilience.close();
        server.close();
        threads.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.stability.Stable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Installs the engine in RestClient and RestTemplate; whichever installation is the last one on a builder counts. Thread-safe.
 *
 * <pre>{@code
 * RestClient github = builder.apply(resilience.forClient("github")).build();
 * }</pre>
 */
@Stable
public final class RestClientResilience {
    private final ResilientHttp resilience;

    /**
     * Installations of one engine.
     *
     * @param resilience the engine; stays the caller's to close, after the clients
     */
    public RestClientResilience(ResilientHttp resilience) {
        this.resilience = resilience;
    }

    /**
     * All requests belong to one named client unless their options name another. The engine becomes the outermost interceptor.
     *
     * @param client the name of one of the engine's clients
     * @return for {@code RestClient.Builder.apply(…)}
     * @throws IllegalArgumentException where the engine has no client of that name
     */
    public Consumer<RestClient.Builder> forClient(String client) {
        ResilienceInterceptor interceptor = ResilienceInterceptor.of(resilience, client);
        return builder -> builder.requestInterceptors(all -> putFirst(all, interceptor));
    }

    /**
     * Each request belongs to the client that its options name, else to the one its origin belongs to, else to
     * {@code default}. The engine becomes the outermost interceptor.
     *
     * @return for {@code RestClient.Builder.apply(…)}
     */
    public Consumer<RestClient.Builder> byOrigin() {
        ResilienceInterceptor interceptor = ResilienceInterceptor.of(resilience);
        return builder -> builder.requestInterceptors(all -> putFirst(all, interceptor));
    }

    /**
     * As {@link #forClient(String)}, but below the interceptors, in the request factory: bodies are streamed and not buffered,
     * unless the builder has interceptors (or was only asked for the list of them), for which Spring buffers; and interceptors
     * run once a call.
     *
     * @param client the name of one of the engine's clients
     * @param factory sends the attempts
     * @return for {@code RestClient.Builder.apply(…)}
     * @throws IllegalArgumentException where the engine has no client of that name
     */
    public Consumer<RestClient.Builder> streaming(String client, ClientHttpRequestFactory factory) {
        ClientHttpRequestFactory wrapped = ResilientClientHttpRequestFactory.wrap(factory, resilience, client);
        // Not a look at its interceptors: an empty list of them is enough for Spring to buffer.
        return builder -> builder.requestFactory(wrapped);
    }

    /**
     * As {@link #forClient(String)}, for a RestTemplate.
     *
     * @param template where to install; not while it is in use
     * @param client the name of one of the engine's clients
     * @return the same template
     * @throws IllegalArgumentException where the engine has no client of that name
     */
    public RestTemplate install(RestTemplate template, String client) {
        return install(template, ResilienceInterceptor.of(resilience, client));
    }

    /**
     * As {@link #byOrigin()}, for a RestTemplate.
     *
     * @param template where to install; not while it is in use
     * @return the same template
     */
    public RestTemplate install(RestTemplate template) {
        return install(template, ResilienceInterceptor.of(resilience));
    }

    private static RestTemplate install(RestTemplate template, ResilienceInterceptor interceptor) {
        List<ClientHttpRequestInterceptor> all = new ArrayList<>(template.getInterceptors());
        putFirst(all, interceptor);
        // Set anew: the template keeps a factory that it made of the list before.
        template.setInterceptors(all);
        return template;
    }

    /** Makes the engine the outermost of some interceptors, in place of one that is there already. */
    private static void putFirst(List<ClientHttpRequestInterceptor> interceptors, ResilienceInterceptor ours) {
        interceptors.removeIf(ResilienceInterceptor.class::isInstance);
        interceptors.add(0, ours);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.stability.Stable;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Runs requests through the engine below all interceptors, and buffers no body that is streamed: one that
 * {@linkplain org.springframework.http.StreamingHttpOutputMessage.Body#repeatable() can be written again} is, any other is not
 * retried once it has been begun. Interceptors run once a call, not once an attempt. Thread-safe where the factory within is.
 */
@Stable
public final class ResilientClientHttpRequestFactory extends AbstractClientHttpRequestFactoryWrapper {
    private final ResilientHttp resilience;
    private final CallOptions defaults;
    private final Notices notices = new Notices();

    private ResilientClientHttpRequestFactory(
            ClientHttpRequestFactory factory, ResilientHttp resilience, CallOptions defaults) {
        super(factory);
        this.resilience = resilience;
        this.defaults = defaults;
    }

    /**
     * Each request belongs to the client that its options name, else to the one its origin belongs to.
     *
     * @param factory sends the attempts; where it is such a wrapper itself, the one it wraps does
     * @param resilience the engine; stays the caller's to close
     * @return a new factory
     */
    public static ResilientClientHttpRequestFactory wrap(ClientHttpRequestFactory factory, ResilientHttp resilience) {
        return new ResilientClientHttpRequestFactory(bare(factory), resilience, CallOptions.NONE);
    }

    /**
     * All requests belong to one named client unless their options name another.
     *
     * @param factory sends the attempts; where it is such a wrapper itself, the one it wraps does
     * @param resilience the engine; stays the caller's to close
     * @param client the name of one of its clients
     * @return a new factory
     * @throws IllegalArgumentException where the engine has no client of that name
     */
    public static ResilientClientHttpRequestFactory wrap(
            ClientHttpRequestFactory factory, ResilientHttp resilience, String client) {
        String known = resilience.client(client).name();
        return new ResilientClientHttpRequestFactory(bare(factory), resilience, CallOptions.NONE.withClient(known));
    }

    private static ClientHttpRequestFactory bare(ClientHttpRequestFactory factory) {
        return factory instanceof ResilientClientHttpRequestFactory wrapped ? wrapped.getDelegate() : factory;
    }

    @Override
    protected ClientHttpRequest createRequest(URI uri, HttpMethod method, ClientHttpRequestFactory factory) {
        return new ResilientRequest(uri, method, factory, this);
    }

    ClientHttpResponse send(ResilientRequest request) throws IOException {
        Call call = SpringExchange.callOf(resilience, request, defaults);
        return call == null ? request.pass() : new SpringExchange(resilience, call, request, notices).run();
    }
}

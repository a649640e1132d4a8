// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.stability.Stable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Runs a request through the engine, as often as its call wants; best the outermost of all interceptors, so that those within
 * (authentication, load balancing, logging) run anew for each attempt. Thread-safe.
 *
 * <p>The response that comes out is the last one, unchanged, whatever its status: status handlers, error handlers and
 * {@code exchange} work as without it. Where there is none, the last exception comes out, else a
 * {@link io.github.resilienthttp.call.CallRefusedException}; RestClient wraps both in a {@code ResourceAccessException}.
 *
 * <p>With any interceptor Spring buffers the request's body whole; for large uploads there is
 * {@link ResilientClientHttpRequestFactory}.
 */
@Stable
public final class ResilienceInterceptor implements ClientHttpRequestInterceptor {
    private final ResilientHttp resilience;
    private final CallOptions defaults;
    private final Notices notices = new Notices();

    private ResilienceInterceptor(ResilientHttp resilience, CallOptions defaults) {
        this.resilience = resilience;
        this.defaults = defaults;
    }

    /**
     * Each request belongs to the client that its options name, else to the one its origin belongs to.
     *
     * @param resilience the engine; stays the caller's to close
     * @return a new interceptor
     */
    public static ResilienceInterceptor of(ResilientHttp resilience) {
        return new ResilienceInterceptor(resilience, CallOptions.NONE);
    }

    /**
     * All requests belong to one named client unless their options name another.
     *
     * @param resilience the engine; stays the caller's to close
     * @param client the name of one of its clients
     * @return a new interceptor
     * @throws IllegalArgumentException where the engine has no client of that name
     */
    public static ResilienceInterceptor of(ResilientHttp resilience, String client) {
        String known = resilience.client(client).name();
        return new ResilienceInterceptor(resilience, CallOptions.NONE.withClient(known));
    }

    /** {@return the name of the client that requests belong to which name none, or null: their origin decides} */
    public @Nullable String client() {
        return defaults.client();
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        Call call = SpringExchange.callOf(resilience, request, defaults);
        if (call == null) {
            return execution.execute(request, body);
        }
        notices.buffered(body.length, call.policy());
        return new SpringExchange(resilience, call, new InterceptedTransmission(request, body, execution), notices)
                .run();
    }
}

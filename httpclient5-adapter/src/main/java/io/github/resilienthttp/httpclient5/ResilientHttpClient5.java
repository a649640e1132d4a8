// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.stability.Stable;
import java.util.Objects;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Installs the engine in HttpClient 5: in classic (blocking) clients, and in those that call back, over HTTP/1.1 and
 * HTTP/2. Thread-safe.
 *
 * <p>HttpClient's own retries are switched off. All hops of a redirect belong to one call and share its attempts and its
 * deadline; a round trip for a 401 or 407 belongs to the attempt. {@code timeout.attempt} bounds an attempt up to the response
 * head, however slowly bytes drip; only a name resolver that blocks cannot be cut short, the attempt ends once it returns. The
 * response timeout of the {@code RequestConfig} is left as it is, so that it holds for reads of the body as well. An attempt
 * that was cut fails with a {@link java.net.SocketTimeoutException}.
 *
 * <p>Where the engine reads the beginning of an error's body for a hint, the bytes stay the caller's. Should such a body stall,
 * a daemon thread finishes the read that is under way; there are at most 16 of them, and none lasts longer than the
 * client's own socket timeout or the response.
 */
@Stable
public final class ResilientHttpClient5 {
    private static final String OPTIONS = "io.github.resilienthttp.options";

    private ResilientHttpClient5() {}

    /**
     * Puts the engine into the clients that a builder makes; each request belongs to the client that its options name, else to
     * the one its origin belongs to. The engine stands inside REDIRECT and outside CACHING: a fresh cached response is a
     * successful attempt. Installed twice, the last installation counts.
     *
     * @param builder any classic builder, the caching one included
     * @param resilience the engine; stays the caller's to close, after the clients
     * @return the same builder
     */
    public static HttpClientBuilder install(HttpClientBuilder builder, ResilientHttp resilience) {
        return install(builder, CallOpener.byOrigin(resilience));
    }

    /**
     * The same, with all requests belonging to one named client unless their options name another.
     *
     * @param builder any classic builder, the caching one included
     * @param resilience the engine; stays the caller's to close, after the clients
     * @param client the name of one of its clients
     * @return the same builder
     * @throws IllegalArgumentException where the engine has no client of that name
     */
    public static HttpClientBuilder install(HttpClientBuilder builder, ResilientHttp resilience, String client) {
        return install(builder, CallOpener.named(resilience, client));
    }

    private static HttpClientBuilder install(HttpClientBuilder builder, CallOpener opener) {
        // PROTOCOL is the only anchor that is always there: next to a missing one, handlers vanish without a word.
        return builder.disableAutomaticRetries()
                .addExecInterceptorBefore(ChainElement.PROTOCOL.name(), "resilient-http", new HopHandler(opener))
                .addExecInterceptorFirst("resilient-http-call", new CallHandler(opener))
                .addRequestInterceptorLast(SendingMark.INSTANCE);
    }

    /**
     * Puts the engine into the clients that call back; each request belongs to the client that its options name, else to the
     * one its origin belongs to. A call that waits holds neither a connection nor a thread; to cancel its future, or to close
     * the engine, ends the wait at once, to close the client within 50 ms. Once the caller's consumer was given a response, nothing is sent again.
     *
     * @param builder any builder of clients that call back, the caching one included
     * @param resilience the engine; stays the caller's to close
     * @return the same builder
     */
    public static HttpAsyncClientBuilder install(HttpAsyncClientBuilder builder, ResilientHttp resilience) {
        return install(builder, CallOpener.byOrigin(resilience));
    }

    /**
     * The same, with all requests belonging to one named client unless their options name another.
     *
     * @param builder any builder of clients that call back, the caching one included
     * @param resilience the engine; stays the caller's to close
     * @param client the name of one of its clients
     * @return the same builder
     * @throws IllegalArgumentException where the engine has no client of that name
     */
    public static HttpAsyncClientBuilder install(
            HttpAsyncClientBuilder builder, ResilientHttp resilience, String client) {
        return install(builder, CallOpener.named(resilience, client));
    }

    private static HttpAsyncClientBuilder install(HttpAsyncClientBuilder builder, CallOpener opener) {
        return builder.disableAutomaticRetries()
                .addExecInterceptorBefore(
                        ChainElement.PROTOCOL.name(),
                        "resilient-http",
                        new AsyncHopHandler(new AsyncInstallation(opener, false)))
                .addExecInterceptorFirst("resilient-http-call", new AsyncCallHandler(opener))
                .addRequestInterceptorLast(SendingMark.INSTANCE);
    }

    /**
     * Puts the engine into the clients that speak HTTP/2 only and share one connection for each route; each request belongs to
     * the client that its options name, else to the one its origin belongs to. What befalls one request, a timeout, a cancel or
     * a retry, ends its stream and leaves the others alone. Otherwise as for the other clients that call back.
     *
     * @param builder any builder of clients of HTTP/2 only, the caching one included
     * @param resilience the engine; stays the caller's to close
     * @return the same builder
     */
    public static H2AsyncClientBuilder install(H2AsyncClientBuilder builder, ResilientHttp resilience) {
        return install(builder, CallOpener.byOrigin(resilience));
    }

    /**
     * The same, with all requests belonging to one named client unless their options name another.
     *
     * @param builder any builder of clients of HTTP/2 only, the caching one included
     * @param resilience the engine; stays the caller's to close
     * @param client the name of one of its clients
     * @return the same builder
     * @throws IllegalArgumentException where the engine has no client of that name
     */
    public static H2AsyncClientBuilder install(H2AsyncClientBuilder builder, ResilientHttp resilience, String client) {
        return install(builder, CallOpener.named(resilience, client));
    }

    private static H2AsyncClientBuilder install(H2AsyncClientBuilder builder, CallOpener opener) {
        return builder.disableAutomaticRetries()
                .addExecInterceptorBefore(
                        ChainElement.PROTOCOL.name(),
                        "resilient-http",
                        new AsyncHopHandler(new AsyncInstallation(opener, true)))
                .addExecInterceptorFirst("resilient-http-call", new AsyncCallHandler(opener))
                .addRequestInterceptorLast(SendingMark.INSTANCE);
    }

    /**
     * Gives settings to the requests that are executed with a context, until others are given.
     *
     * @param context the context the requests will be executed with
     * @param options the settings; {@link CallOptions#NONE} for none
     */
    public static void options(HttpContext context, CallOptions options) {
        context.setAttribute(OPTIONS, Objects.requireNonNull(options, "options"));
    }

    /**
     * The report of the last call that was executed with a context: final once the call has returned its response or thrown.
     *
     * @param context the context of the call
     * @return the report, or null where no call was executed with it, or only such that the engine kept out of
     */
    public static @Nullable CallReport report(HttpContext context) {
        OpenCall last = OpenCall.last(context);
        return last == null ? null : last.call().report();
    }

    static CallOptions optionsOf(HttpContext context) {
        return context.getAttribute(OPTIONS) instanceof CallOptions options ? options : CallOptions.NONE;
    }
}

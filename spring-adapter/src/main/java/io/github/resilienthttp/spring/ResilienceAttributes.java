// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.stability.Stable;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;

/**
 * Settings of one request, and what became of it, as attributes of the request. Thread-safe.
 *
 * <pre>{@code
 * restClient.post().uri("/orders")
 *         .attributes(ResilienceAttributes.options(CallOptions.NONE.withIdempotent(true)))
 *         .attributes(ResilienceAttributes.reportTo(report -> attempts.set(report.attempts().size())))
 * }</pre>
 *
 * In an HTTP interface client a parameter does the same: {@code @RequestAttribute(ResilienceAttributes.OPTIONS)
 * CallOptions options}.
 */
@Stable
public final class ResilienceAttributes {
    /** The attribute that holds a request's {@link CallOptions}. */
    public static final String OPTIONS = "io.github.resilienthttp.spring.options";

    /** What an annotation says; what the caller says wins. */
    static final String ANNOTATED = "io.github.resilienthttp.spring.annotated";

    /** The client of requests that name none; what an annotation says wins. */
    private static final String CLIENT = "io.github.resilienthttp.spring.client";

    private static final String LISTENER = "io.github.resilienthttp.spring.report";
    private static final String CALL = "io.github.resilienthttp.spring.call";

    private ResilienceAttributes() {}

    /**
     * Gives settings to a request. What they leave open stays as the annotation, the installation and the policy have it.
     *
     * @param options the settings
     * @return for {@code attributes(…)} of RestClient
     */
    public static Consumer<Map<String, Object>> options(CallOptions options) {
        return attributes -> attributes.put(OPTIONS, options);
    }

    /**
     * Gives a request a deadline of its own.
     *
     * @param total the time the whole call may take, waits included; 1 ms to 24 h
     * @return for {@code attributes(…)} of RestClient
     * @throws IllegalArgumentException where the time is out of range
     */
    public static Consumer<Map<String, Object>> deadline(Duration total) {
        return changed(CallOptions.NONE.withDeadline(total));
    }

    /**
     * The caller's own mark: it wins, either way.
     *
     * @param mark whether the request may be repeated after it may have been acted on
     * @return for {@code attributes(…)} of RestClient
     */
    public static Consumer<Map<String, Object>> idempotent(boolean mark) {
        return changed(CallOptions.NONE.withIdempotent(mark));
    }

    /**
     * The request shares breaker, cool-down, budget and rate limit with those of the same name.
     *
     * @param name 1 to 200 printable characters; stands in log lines and meters as it is
     * @return for {@code attributes(…)} of RestClient
     * @throws IllegalArgumentException where the name is not allowed
     */
    public static Consumer<Map<String, Object>> scope(String name) {
        return changed(CallOptions.NONE.withScope(name));
    }

    /** {@return for {@code attributes(…)} of RestClient: the engine keeps out of the request} */
    public static Consumer<Map<String, Object>> disabled() {
        return changed(CallOptions.NONE.withDisabled());
    }

    /**
     * The client that the request belongs to unless its options or an annotation name another. For a builder's {@code defaultRequest(…)}:
     * options of the caller do not take it away.
     *
     * @param client the name of one of the engine's clients
     * @return for {@code attributes(…)} of RestClient
     */
    public static Consumer<Map<String, Object>> defaultClient(String client) {
        return attributes -> attributes.put(CLIENT, CallOptions.NONE.withClient(client));
    }

    /**
     * Has the report told once the call has ended, on the calling thread, before status handlers see the response. Not told
     * where the engine keeps out of the request.
     *
     * @param listener takes the report; what it throws reaches the caller
     * @return for {@code attributes(…)} of RestClient
     */
    public static Consumer<Map<String, Object>> reportTo(Consumer<CallReport> listener) {
        return attributes -> attributes.put(LISTENER, listener);
    }

    /**
     * The report of the call of a request: for {@code exchange(…)}, status and error handlers, and observation conventions,
     * all of which are given the request.
     *
     * @param request the request as they are given it
     * @return the report, or null where the engine kept out of it, or it has not ended
     */
    public static @Nullable CallReport report(HttpRequest request) {
        return request.getAttributes().get(CALL) instanceof SpringExchange calling && !calling.underWay()
                ? calling.call().report()
                : null;
    }

    private static Consumer<Map<String, Object>> changed(CallOptions more) {
        return attributes -> attributes.merge(OPTIONS, more, (there, added) -> over((CallOptions) added, there));
    }

    /** Whether it is an attempt of a call: a second layer within keeps out of those. */
    static boolean underWay(HttpRequest request) {
        return request.getAttributes().get(CALL) instanceof SpringExchange calling && calling.underWay();
    }

    static CallOptions optionsOf(HttpRequest request, CallOptions defaults) {
        Map<String, Object> attributes = request.getAttributes();
        if (attributes.isEmpty()) {
            return defaults;
        }
        CallOptions installed = over(attributes.get(CLIENT), defaults);
        CallOptions annotated = over(attributes.get(ANNOTATED), installed);
        return over(attributes.get(OPTIONS), annotated);
    }

    private static CallOptions over(@Nullable Object upper, @Nullable Object lower) {
        if (!(lower instanceof CallOptions under)) {
            return upper instanceof CallOptions given ? given : CallOptions.NONE;
        }
        if (!(upper instanceof CallOptions given)) {
            return under;
        }
        return new CallOptions(
                given.client() == null ? under.client() : given.client(),
                given.deadline() == null ? under.deadline() : given.deadline(),
                given.idempotent() == null ? under.idempotent() : given.idempotent(),
                given.scope() == null ? under.scope() : given.scope(),
                given.disabled() || under.disabled());
    }

    /** Marks the request, and with it all attempts, which have its attributes. */
    static void begin(HttpRequest request, SpringExchange calling) {
        request.getAttributes().put(CALL, calling);
    }

    @SuppressWarnings("unchecked")
    static void tell(HttpRequest request, Call call) {
        if (request.getAttributes().get(LISTENER) instanceof Consumer<?> listener) {
            ((Consumer<CallReport>) listener).accept(call.report());
        }
    }
}

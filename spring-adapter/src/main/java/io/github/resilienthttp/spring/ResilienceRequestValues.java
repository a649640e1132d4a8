// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.policy.DurationText;
import io.github.resilienthttp.stability.Stable;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Brings what {@link Resilience} says on a method of an HTTP interface client to the engine, as an attribute of the request.
 * Where nothing is annotated it adds nothing. Thread-safe.
 *
 * <pre>{@code
 * HttpServiceProxyFactory.builderFor(adapter).httpRequestValuesProcessor(new ResilienceRequestValues())
 * }</pre>
 */
@Stable
public final class ResilienceRequestValues implements HttpRequestValues.Processor {
    private final Map<Method, CallOptions> known = new ConcurrentHashMap<>();

    /** One for any number of interfaces. */
    public ResilienceRequestValues() {
        // Nothing to set up; here for its description.
    }

    /**
     * Adds the attribute, or none.
     *
     * @throws IllegalArgumentException where an annotation has a value that is not allowed; names the method
     */
    @Override
    public void process(
            Method method,
            MethodParameter[] parameters,
            @Nullable Object[] arguments,
            HttpRequestValues.Builder builder) {
        CallOptions options = known.computeIfAbsent(method, ResilienceRequestValues::optionsOf);
        if (!options.equals(CallOptions.NONE)) {
            builder.addAttribute(ResilienceAttributes.ANNOTATED, options);
        }
    }

    private static CallOptions optionsOf(Method method) {
        try {
            CallOptions all = with(method.getDeclaringClass(), CallOptions.NONE);
            return with(method, all);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("@Resilience for " + method + ": " + wrong.getMessage(), wrong);
        }
    }

    private static CallOptions with(AnnotatedElement element, CallOptions outer) {
        Resilience said = AnnotatedElementUtils.findMergedAnnotation(element, Resilience.class);
        if (said == null) {
            return outer;
        }
        CallOptions options = outer;
        if (!said.client().isEmpty()) {
            options = options.withClient(said.client());
        }
        if (!said.deadline().isEmpty()) {
            options = options.withDeadline(deadline(said.deadline()));
        }
        if (said.idempotent() != Resilience.Mark.FROM_REQUEST) {
            options = options.withIdempotent(said.idempotent() == Resilience.Mark.YES);
        }
        if (!said.scope().isEmpty()) {
            options = options.withScope(said.scope());
        }
        return said.disabled() ? options.withDisabled() : options;
    }

    private static Duration deadline(String text) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "deadline \"" + text + "\": " + wrong.getMessage()
                            + "; allowed: 1ms to 24h, in ms, s, m or h, or ISO-8601",
                    wrong);
        }
    }
}

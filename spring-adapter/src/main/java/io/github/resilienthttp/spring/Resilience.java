// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.stability.Stable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Settings of the requests of an HTTP interface client's method, or of all methods of the interface; what a method says wins
 * over what its interface says. Takes effect through a {@link ResilienceRequestValues}.
 *
 * <pre>{@code
 * @PostExchange("/orders")
 * @Resilience(deadline = "2s", idempotent = Resilience.Mark.YES)
 * void order(@RequestBody Order order);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Stable
public @interface Resilience {
    /** Whether a request may be repeated after it may have been acted on. */
    enum Mark {
        /** Decided from the request: its method, its {@code Idempotency-Key}, its preconditions. */
        FROM_REQUEST,
        /** It may be, whatever its method. */
        YES,
        /** It may not be, whatever its method. */
        NO
    }

    /** {@return the name of the client that the requests belong to} Empty: that of the installation, else the origin's. */
    String client() default "";

    /** {@return the time a whole call may take, as in {@code 250ms}, {@code 8s}, {@code 1m}; 1 ms to 24 h} Empty: the policy's. */
    String deadline() default "";

    /** {@return whether the requests may be repeated after they may have been acted on} */
    Mark idempotent() default Mark.FROM_REQUEST;

    /** {@return the name under which state is shared instead of the policy's scope} Empty: the policy's. */
    String scope() default "";

    /** {@return whether the engine keeps out of the requests} A method of a disabled interface stays disabled. */
    boolean disabled() default false;
}

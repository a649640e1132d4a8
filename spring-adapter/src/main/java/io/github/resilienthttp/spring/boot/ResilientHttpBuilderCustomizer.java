// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttpBuilder;
import io.github.resilienthttp.stability.Stable;

/**
 * A bean that has the last word on the auto-configured engine: clients in code, another number of scopes. It is called once,
 * after everything that comes from properties and other beans; several are called in their order.
 */
@FunctionalInterface
@Stable
public interface ResilientHttpBuilderCustomizer {
    /**
     * Changes the builder.
     *
     * @param builder has clients, listeners, classifier and registries already
     */
    void customize(ResilientHttpBuilder builder);
}

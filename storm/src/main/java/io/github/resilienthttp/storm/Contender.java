// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.util.function.Consumer;

/** A policy in the storm: what the client processes do with their calls. See {@link Contenders}. */
@Experimental
public interface Contender {
    /** {@return a word for reports} */
    String name();

    /**
     * Starts a client process.
     *
     * @param world what it has around it
     * @return the process
     */
    Client start(World world);

    /** One client process: what its calls share is its own. For the thread of its {@link World}. */
    interface Client extends AutoCloseable {
        /**
         * Makes one call of an idempotent request; returns at once.
         *
         * @param whenOver told once how it ended
         */
        void call(Consumer<Ending> whenOver);

        /** Lets go of what it holds. */
        @Override
        default void close() {}
    }
}

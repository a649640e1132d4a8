// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import org.jspecify.annotations.Nullable;

/** Makes the state of a scope. */
interface GatesFactory {
    /**
     * Looks whether {@link #create} would succeed, before anything is made.
     *
     * @throws IllegalArgumentException where it would not
     */
    void check(String label);

    /**
     * @param label the scope's name, as it stands in registries
     * @param old the state of a scope whose policy has changed: parts whose settings are the same live on; or null
     */
    Gates create(String label, @Nullable Gates old);

    /** The scope is forgotten. */
    void forget(String label, Gates gates);
}

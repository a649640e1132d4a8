// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import java.util.Set;

/** One adapter, over one client: what it lacks, and how to set it up. Immutable. */
public interface AdapterKind {
    /**
     * What begins the names of the test classes that extend the contract for it, such as {@code Classic} for {@code
     * ClassicVerdictTest}, all in one package with this kind.
     *
     * @return letters
     */
    String prefix();

    /**
     * What it cannot do, because the client below cannot. Pinned by {@link TraitsContract}: a difference is listed.
     *
     * @return the traits it lacks
     */
    Set<Trait> lacks();

    /**
     * Sets it up: a client with the engine in it, no retries of its own, cookies and redirects as the client does them.
     *
     * @param setting server, engine and the size of the pool
     * @return a new adapter, to be closed
     */
    AdapterUnderTest open(AdapterSetting setting);
}

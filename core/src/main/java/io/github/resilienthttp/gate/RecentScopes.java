// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The scopes that were asked for last, each at a place that its key leads to: found without a key made for the search, and
 * without a write that cores which call several scopes would take from each other. Some may have been forgotten since.
 * Thread-safe.
 */
final class RecentScopes {
    private static final int PLACES = 64;

    private final AtomicReferenceArray<@Nullable Scope> places = new AtomicReferenceArray<>(PLACES);

    @Nullable
    Scope find(String scheme, String host, int port, @Nullable String extra) {
        Scope found = places.getAcquire(place(host, extra));
        return found != null && found.is(scheme, host, port, extra) ? found : null;
    }

    void keep(Scope scope, String host, @Nullable String extra) {
        places.setRelease(place(host, extra), scope);
    }

    private static int place(String host, @Nullable String extra) {
        int hash = host.hashCode() + (extra == null ? 0 : 31 * extra.hashCode());
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}

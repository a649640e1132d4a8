// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.stability.planted;

import io.github.resilienthttp.stability.Internal;
import io.github.resilienthttp.stability.Stable;
import java.util.List;

/** Names what it must not. */
@Stable
public abstract class Promised implements Machinery {
    /** In the argument of a type. */
    public abstract List<Machinery> machines();

    /** What nobody can name. */
    protected abstract Hidden hidden();

    /** What it may name, since nobody is promised it. */
    @Internal
    public abstract Machinery machine();

    /** What nobody sees. */
    abstract Machinery unseen();

    /** In a nested type. */
    public record Part(Machinery machine) {
        @Override
        @Internal
        public Machinery machine() {
            return machine;
        }
    }
}

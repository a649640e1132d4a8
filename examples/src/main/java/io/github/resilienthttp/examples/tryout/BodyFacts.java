// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import org.jspecify.annotations.Nullable;

/**
 * What is told of a body.
 *
 * @param bytes how many were read
 * @param sha256 of the whole body in lower-case hex; null where it is not whole, or there was no response
 */
record BodyFacts(long bytes, @Nullable String sha256) {
    static final BodyFacts NONE = new BodyFacts(0, null);
}

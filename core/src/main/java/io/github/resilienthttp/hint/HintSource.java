// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

/** One place in the head of a response where a server may say when to come back. Thread-safe. */
@FunctionalInterface
interface HintSource {
    /** A hint of kind {@code AFTER}, or none where the place is empty or cannot be read. */
    ServerHint read(ResponseHead head);
}

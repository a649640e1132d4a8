// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

/** For peers that retry exceptions only; with its stack, as those of HTTP clients have. */
final class BadStatusException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

/**
 * The last line.
 *
 * @param calls that ended
 * @param attempts transmissions of all of them
 * @param ok outcome success
 * @param recovered outcome recovered
 * @param failed outcome failed
 * @param refused outcome refused
 * @param elapsedMs from the first start to the last end
 */
record Summary(int calls, long attempts, int ok, int recovered, int failed, int refused, long elapsedMs) {}

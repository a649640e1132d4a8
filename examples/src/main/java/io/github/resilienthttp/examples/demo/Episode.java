// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

/**
 * Something that happens to an upstream.
 *
 * @param atSecond of its cycle
 * @param what for a person
 * @param begin makes it happen
 */
record Episode(int atSecond, String what, Runnable begin) {}

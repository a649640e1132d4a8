// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.stability.planted;

/** Of a type that nobody can name. */
final class Hidden {}

// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.stability.planted;

/** Without a mark. */
public interface Unmarked {}

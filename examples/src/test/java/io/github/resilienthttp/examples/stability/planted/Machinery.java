// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.stability.planted;

import io.github.resilienthttp.stability.Internal;

/** For nobody. */
@Internal
public interface Machinery {}

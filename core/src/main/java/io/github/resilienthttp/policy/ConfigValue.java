// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Experimental;

/**
 * A value as it was written.
 *
 * @param value the text; surrounding white space does not count
 * @param place where it stands, such as {@code upstreams.properties:12}
 */
@Experimental
public record ConfigValue(String value, String place) {}

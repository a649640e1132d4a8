// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.stability.Experimental;
import java.util.Map;

/**
 * All clients at one moment.
 *
 * @param clients by name
 */
@Experimental
public record ClientsView(Map<String, ClientView> clients) {}

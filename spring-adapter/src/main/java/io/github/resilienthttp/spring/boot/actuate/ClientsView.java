// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import java.util.Map;

/**
 * All clients at one moment.
 *
 * @param clients by name
 */
public record ClientsView(Map<String, ClientView> clients) {}

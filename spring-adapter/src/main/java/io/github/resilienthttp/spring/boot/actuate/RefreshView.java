// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.stability.Experimental;
import java.util.List;

/**
 * What came of reading the configuration again.
 *
 * @param changed the clients whose policies have changed
 * @param faults why nothing has changed; empty where nothing was wrong
 */
@Experimental
public record RefreshView(List<String> changed, List<String> faults) {}

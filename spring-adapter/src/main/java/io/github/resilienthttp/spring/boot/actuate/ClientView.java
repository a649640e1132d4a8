// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.stability.Experimental;
import java.util.List;

/**
 * A client at one moment.
 *
 * @param plan its policy in one line
 * @param worstCaseMillis the longest that a call may take, in milliseconds
 * @param warnings what of the policy can never happen
 * @param scopes what its calls share, those in trouble first
 * @param scopesNotShown how many scopes were left out, none of them in more trouble than those shown
 */
@Experimental
public record ClientView(
        String plan, long worstCaseMillis, List<String> warnings, List<ScopeView> scopes, int scopesNotShown) {}

// SPDX-License-Identifier: Apache-2.0
package example.boot;

import org.springframework.web.service.annotation.GetExchange;

/** The other server. */
public interface GreetingApi {
    @GetExchange("/greeting")
    String greeting();
}
